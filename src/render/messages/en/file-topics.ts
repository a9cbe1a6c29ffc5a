import { commands, heading, list, paragraph, terms, termsOf } from '../../help/topic.ts';
import type { FileTopics } from '../topics.ts';

export const fileTopics: FileTopics = {
  format: ({ model }) => [
    paragraph(
      'A partnership is a folder of text files in YAML. Edit them in any editor or by command: commands change only the lines that they are about, and keep comments, order and layout. Commit the folder to git, and its history is the record.',
    ),
    termsOf({
      'partnership.yaml': 'who: identity, model, partners',
      'reviews.yaml': 'the minutes: gate reviews, only ever added to',
      'stages/NN-name.yaml': 'a file a stage: owner, due, checklist, and the sections of the stage',
      'models/ID/model.yaml': 'only where the model is your own',
      'schemas/': 'for editors, which complete and check the files by them; no command reads these',
      'documents/': 'templates of your own for `partner document`',
      '.partner/': 'the lock of a command at work; git is told to pass over it, and nothing in it must last',
    }),
    paragraph('Everything else in the folder is yours.'),
    heading('Rules for every file'),
    list(
      'YAML 1.2, one document, UTF-8, at most 1 MiB. No anchors, aliases, tags, directives or merge keys.',
      'Days are written `2026-12-31`. Numbers are plain digits with at most one point: `1200`, `0.5`.',
      '`true` and `false` are the only truth values; `yes` and `no` are text.',
      'Ids are lower-case letters a–z, digits and hyphens. Entries refer to each other by them.',
      'A key that begins with `x-` is your own, anywhere. Any other unknown key is an error, and so is a key without a value.',
    ),
    heading(`The sections of ${model.id}`),
    terms(model.files),
    paragraph(
      'Each has its own help, with all its fields: `partner help SECTION`. The same goes for `partnership`, `partners`, `stage`, `checklist` and `reviews`.',
    ),
    commands('partner help contributions', 'partner validate', 'partner schema planning'),
  ],
  environment: () => [
    paragraph(
      'An option goes before its variable, a variable before what the partnership or the machine says.',
    ),
    termsOf({
      PARTNER_LANG:
        '`en` or `he`: the language of messages, as `--lang`. Else that of the partnership, else that of the machine (`LC_ALL`, `LC_MESSAGES`, `LANG`)',
      PARTNER_TODAY:
        'a day such as `2026-12-31` that is taken as today, as `--today`: the only clock for days in files and figures',
      PARTNER_BIDI:
        'who puts Hebrew into its order on the screen: `visual`, this program; `terminal`, the terminal; `logical`, nobody. Without it: `logical` where the output is no terminal, `terminal` for VTE (GNOME and its kin), Konsole, mlterm and Apple’s Terminal, `visual` for all others',
      NO_COLOR: 'no colours where it is not empty, as `--no-color`; it wins over all else',
      FORCE_COLOR: '`0` to `3`: colours also into a pipe, or none',
      TERM: '`dumb` takes no colours and no pager',
      PAGER:
        'what shows long output page by page at a terminal: help, `history`, `diff`, `model show`; `less` unless told, and none where it is empty or `cat`. `PARTNER_PAGER` goes before it',
      PARTNER_CACHE:
        'the folder in which `status`, `validate` and `list` keep what they have read of partnerships, or `off`; else the machine’s own for such things. It can be removed at any time',
    }),
    paragraph(
      'Without a terminal nothing asks, nothing is coloured and nothing is cut to a width. `--no-input` never asks on a terminal either. There is no file of settings: what belongs to a partnership stands in its files, and what belongs to git in git’s.',
    ),
  ],
  'exit-codes': () => [
    termsOf({
      '0': 'done',
      '1': 'checked and found wanting: problems in files, a gate that is shut, a review that cannot be proved',
      '2': 'wrong usage, or it could not run: no partnership here, a file that cannot be written, a lock that is held',
      '70': 'a bug in the program; what is printed says how to report it',
      '130': 'cancelled by ^C or at a question; nothing was written',
    }),
    paragraph(
      'With `--json` a refusal is an object on stdout, with the same exit code: `{"format": 1, "error": {"code", "message", "hint"}}`. Codes are never renamed.',
    ),
  ],
  section: ({ name, form, running, file, fields, choices, commands: given }) => [
    paragraph(
      [
        file === undefined ? 'The model has no place for it.' : `It stands in \`${file}\`.`,
        running ? 'It is running: it grows after the gate, and no seal covers it.' : '',
        form === 'text' ? 'It is one text.' : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    ),
    ...fields,
    ...choices.flatMap(({ key, words }) => [heading(`The words of \`${key}\``), terms(words)]),
    ...(given.length === 0 ? [] : [commands(...given)]),
    ...(name === 'metrics' ? [paragraph('How figures add up: `partner help metrics`.')] : []),
  ],
  stage: ({ id, number, of, purpose, guidance, items, sections, model }) => [
    paragraph(`Stage ${number} of ${of} in \`${model}\`. ${purpose}.`),
    ...(guidance === undefined ? [] : [paragraph(guidance)]),
    heading('What its gate asks for'),
    terms(items),
    ...(sections.length === 0 ? [] : [heading('Its sections'), terms(sections)]),
    commands(`partner set stages/${id} owner=NAME due=YYYY-MM-DD`, 'partner help gates'),
  ],
  optional: 'optional',
};
