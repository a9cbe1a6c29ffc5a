import type { Decision } from '../../../core/schema/reviews.ts';
import { commands, heading, list, paragraph, terms, termsOf } from '../../help/topic.ts';
import type { MethodTopics } from '../topics.ts';

const decisions: Readonly<Record<Decision, string>> = {
  advance:
    'the stage is passed, and the next one is current. At the last stage the partnership ends: as closed where `exit.decision` is `close`, else as institutionalised',
  hold: 'stay, and look again later; the partnership is on hold until the next decision',
  return: 'go back to an earlier stage (`--to`), or do this one over; passed stages behind it are reopened',
  close: 'part ways now, from any stage; the closing facts that nobody has written down yet are named',
  reconfirm:
    'a passed stage (`--stage`) was changed: the reviewers have looked again and accept it as it now stands. Its gate must be open',
};

export const methodTopics: MethodTopics = {
  stages: ({ model }) => [
    paragraph(
      `A partnership walks through the stages of its model, one after the other. ${
        model.isOwn ? 'The model of this partnership' : 'The model that `init` takes unless told'
      } is \`${model.id}\`, ${model.title}:`,
    ),
    terms(model.stages),
    paragraph(
      'Every stage has a file of its own. In it stand who owns the stage and when it is due, a checklist, and the sections that belong to the stage: sources and stakeholders at the beginning, goals, milestones and pledges on the way, lessons at the end.',
    ),
    heading('From stage to stage'),
    paragraph(
      'At the end of a stage stands its gate. The items of the checklist say what a reviewer wants to see there; required ones keep the gate shut until they are done or waived. Tick them as they come true, with who, when and what shows it. Items of your own may be added to any stage.',
    ),
    paragraph(
      'Which stage is current is written nowhere: it follows from the recorded reviews. No stage is skipped, but one may be brief: what is of no matter here is waived at the gate, and the reason stays on record. One may write ahead into later stages at any time.',
    ),
    paragraph(
      `Some sections are running: ${model.running.map((name) => `\`${name}\``).join(', ')}. They keep growing after the gate of their stage, and no seal covers them.`,
    ),
    paragraph(
      'The last stage ends the partnership: it becomes an institution, grows, is handed over, or closes well. All four are good ends. It may also be closed at any earlier gate.',
    ),
    commands(
      'partner status',
      `partner help ${model.stages[0]?.term.trim().split(' ')[1] ?? 'scoping'}`,
      'partner help gates',
      'partner model show',
    ),
    ...(model.source === undefined ? [] : [paragraph(model.source)]),
  ],
  gates: () => [
    paragraph(
      'A gate review is a meeting that looks at the evidence of a stage and decides how to go on; `partner advance` records what it decided. Nothing moves by itself: a partnership stands where its reviews have brought it.',
    ),
    heading('When a gate is open'),
    list(
      'the file of the stage has no errors (`partner validate` shows them);',
      'every required item of the checklist is done, with evidence where the item demands it, or is waived at this review with a reason;',
      'at the last stage it is also decided how the partnership ends: `partner set exit decision=…`.',
    ),
    paragraph(
      'Whatever else looks unready is a warning and keeps no gate shut: people decide, not the program. At a shut gate `partner advance` says what is missing, writes nothing and ends with exit code 1.',
    ),
    heading('What a review can decide'),
    termsOf(decisions),
    paragraph('All but `advance` need a reason: `--reason "why"`.'),
    heading('Waivers and conditions'),
    paragraph(
      'A waiver passes a gate without a required item: `--waive "item=reason"`. The item stays open, and the reason stands in the minutes. A condition passes it on a promise: `--condition "text;owner;due"`. `partner status` reminds of it until it is met: `partner set conditions/REVIEW/1 met=true`.',
    ),
    heading('Rounds'),
    paragraph(
      'The first walk through a stage is its round 1. A return opens a new round of its target and of every stage behind it: they are walked through again in order, and each needs a new advance. Ticks stay until somebody takes them back, and what earlier rounds decided stays on record. A hold keeps its round.',
    ),
    heading('Seals'),
    paragraph(
      'Every review bears a seal: a SHA-256 over the data of the stage as the reviewers had it before them, without the running sections. Layout and comments do not count. Where a passed stage is changed later, the seal no longer fits, and `status` says so: undo the change, or have the stage looked at again and reconfirm it. `partner diff --since-review STAGE` shows what changed; `partner history --verify` proves every review at its own commit.',
    ),
    heading('What makes a good review'),
    list(
      'Somebody looks who does not own the items; the program warns where nobody else did.',
      'Each reviewer is named with the partner they speak for: `--reviewer "Name:partner"`.',
      'Nobody leaves without a day for the next one: `--next-review 2027-03-01`.',
      'The minutes are only ever added to. A mistake is put right by a later review, never by editing an old one.',
    ),
    commands(
      'partner status',
      'partner advance --dry-run --reviewer "Ruth Adeyemi:calder"',
      'partner history --by stage',
    ),
  ],
  metrics: ({ kinds, aggregates, bases, ratios }) => [
    paragraph(
      'A partnership is measured twice: what was put in, and what came of it. Both are set against each other in a few ratios. `partner metrics` shows all three, as of any day.',
    ),
    heading('What goes in'),
    paragraph('Contributions are recorded as they happen, each with its partner, day and form:'),
    termsOf({
      cash: 'money: K',
      time: 'paid working time, hours × rate: V. Volunteering in one’s own time costs nobody and is no input; make it a metric',
      in_kind: 'goods and services, at what they cost the giver and not at their price in a shop: G',
      management: 'what it costs to run the partnership itself: M',
      leveraged:
        'outside resources that came along at no cost to the partnership: L. Never part of the total',
    }),
    paragraph(
      'The total is T = K + V + G + M. B is the number of people reached: the metrics whose `role` is `beneficiaries`.',
    ),
    paragraph('The worth of an hour has a basis, which is stated with it:'),
    termsOf(bases),
    paragraph(
      'Keep hours, a rate and its day. Never mix two bases in one total, and never apply a new rate to old hours; both are warned of. Totals are shown with and without time.',
    ),
    heading('What comes of it'),
    paragraph('A metric is of one of four kinds:'),
    termsOf(kinds),
    paragraph('and says how its observations come to one figure:'),
    termsOf(aggregates),
    paragraph(
      'A health score goes by its latest round: mean, lowest and spread, since one unhappy partner disappears in a mean.',
    ),
    heading('Attainment'),
    paragraph(
      'attainment = (actual − baseline) / (target − baseline). From 64 days to fill a vacancy, with 40 as the target, 46 is 75% of the way: so it is right where lower is better, too. Without a baseline or a target there is none.',
    ),
    heading('The ratios'),
    terms(ratios),
    paragraph(
      'A ratio whose denominator is missing or 0 is n/a, never 0. Balance only describes: a small partner who gives what it can is no fault.',
    ),
    heading('Where figures mislead'),
    list(
      'People who are summed quarter by quarter are counted again each quarter. Record how many different people there were so far, and take the latest.',
      'The mean of percentages gives a class of five the weight of a class of fifty. Record shares as part and whole, `42/60`, in a pooled metric.',
      'Running totals in a metric that is summed grow twice.',
      'A target that is set after the fact is none: baselines and targets belong to planning.',
      'A cost per person says nothing alone: look at what changed for them, and at the cost without time beside it.',
      'Currencies are never added together, and people who are reached by two partnerships may be the same.',
    ),
    commands(
      'partner record starters 96 --source "College register" --on 2026-11-20',
      'partner record completion 24/26 --source "College register" --on 2026-11-20',
      'partner metrics --by quarter',
      'partner metrics --help',
      'partner help add metrics',
      'partner help contributions',
    ),
  ],
};
