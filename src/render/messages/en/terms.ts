import { dateIn } from '../../dates.ts';
import type { Terms } from '../terms.ts';

const count = (many: number, one: string, several: string) => `${many} ${many === 1 ? one : several}`;
const days = (many: number) => count(many, 'day', 'days');

export const terms: Terms = {
  direction: 'ltr',
  date: dateIn.en,
  words: {
    active: 'active',
    on_hold: 'on hold',
    institutionalised: 'institutionalised',
    closed: 'closed',
    passed: 'passed',
    current: 'current',
    upcoming: 'upcoming',
    reopened: 'reopened',
    suspect: 'changed since its review',
    advance: 'advance',
    hold: 'hold',
    return: 'return',
    close: 'close',
    reconfirm: 'reconfirm',
    company: 'company',
    ngo: 'NGO',
    public: 'public body',
    community: 'community group',
    foundation: 'foundation',
    academia: 'academia',
    other: 'other',
  },
  status: {
    asOf: (day) => `as of ${day}`,
    progress: (passed, of) => `${passed} of ${of} stages passed`,
    waived: (waivers) => `${waivers} waived`,
    round: (round) => `round ${round}`,
    columns: {
      number: '#',
      stage: 'Stage',
      state: 'State',
      checklist: 'Done',
      due: 'Due',
      review: 'Last review',
    },
    overdue: (late) => `${days(late)} late`,
    dueIn: (left) => (left === 0 ? 'today' : `in ${days(left)}`),
    gateOpen: (stage) => `The gate of “${stage}” is open`,
    gateShut: (stage) => `The gate of “${stage}” still wants`,
    notDone: 'not done',
    noEvidence: 'no evidence yet',
    noDecision: 'how the partnership ends is not decided',
    invalid: 'its file has problems',
    invalidSection: (section) => `the section ${section} has problems`,
    expects: (evidence) => `evidence: ${evidence}`,
    next: 'Next',
    optionalOpen: (open) =>
      `${count(open, 'optional item is', 'optional items are')} open, which does not keep the gate shut`,
    suspect: (stage) => `“${stage}” was changed after its review: have it looked at again`,
    ended: (state) => `This partnership is ${state}.`,
    conditions: 'Conditions still to be met',
    nextReview: (day, left) =>
      left < 0
        ? `Next review was set for ${day}, ${days(-left)} ago`
        : `Next review: ${day}, ${left === 0 ? 'today' : `in ${days(left)}`}`,
    problems: (errors, warnings) =>
      `${[errors > 0 ? count(errors, 'error', 'errors') : '', warnings > 0 ? count(warnings, 'warning', 'warnings') : ''].filter(Boolean).join(' and ')} in the files`,
    newerModel: (newest, followed) =>
      `Version ${newest} of the model is there; the files follow version ${followed}`,
  },
  diagnostics: {
    error: 'error',
    warning: 'warning',
    sound: (partnerships, files) =>
      `${count(partnerships, 'partnership', 'partnerships')}, ${count(files, 'file', 'files')}: no problems`,
    found: (errors, warnings, files) =>
      `${count(errors, 'error', 'errors')}, ${count(warnings, 'warning', 'warnings')} in ${count(files, 'file', 'files')}`,
    reading: (bar, done, total, perSecond) => `Reading ${bar} ${done} of ${total} · ${perSecond} a second`,
    newerModels: (partnerships) =>
      partnerships === 1
        ? 'A newer version of the model is there; this shows what it would change'
        : `${partnerships} partnerships follow an earlier version of their model; this shows what the newest would change`,
  },
  changes: {
    dryRun: 'Dry run: nothing was written.',
    schemas: (files) => `Editors know the files by their schemas; written: ${count(files, 'file', 'files')}.`,
    unchanged: 'Already so; nothing to write.',
    checked: (items) => `Done: ${items}`,
    unchecked: (items) => `Open again: ${items}`,
    added: (entry) => `Added ${entry}`,
    set: (entry) => `Changed ${entry}`,
    removed: (entry) => `Removed ${entry}`,
    created: (name, folder) => `The partnership “${name}” stands in ${folder}`,
    reviewed: (decision, stage, round) => `Recorded: ${decision}, ${stage}, round ${round}`,
    closingFacts: 'A closing also asks for these facts, which nobody has written down yet',
    movedTo: (stage, round) => `The current stage is now “${stage}”${round > 1 ? `, round ${round}` : ''}`,
    staysAt: (stage, round) => `The current stage stays “${stage}”${round > 1 ? `, round ${round}` : ''}`,
    confirmedAgain: (stage) => `“${stage}” is confirmed again, as it now stands`,
    waiting: (holder) => `Waiting for another command: ${holder}`,
    warnings: 'To look at (none of this keeps a gate shut)',
    notLocked: 'Nothing was locked.',
    unlocked: (holder) => `Removed the lock of ${holder}`,
  },
  model: {
    version: (version) => `version ${version}`,
    sound: (id, stages) => `${id}: ${count(stages, 'stage', 'stages')}, no problems`,
    stages: (stages) => count(stages, 'stage', 'stages'),
    sections: 'Sections',
    optional: 'optional',
    made: (id, file) => `The model ${id} stands in ${file}`,
    own: (dir) => `this partnership’s own, in ${dir}`,
    here: (dir) => `in ${dir}`,
    inUse: 'in use here',
    broken: 'has problems: `partner model check` with its folder tells them',
    metrics: 'Metrics to begin with',
  },
};
