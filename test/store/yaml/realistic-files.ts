const partnershipHebrew = `# שותפות: קוראים בדרום
format: 1
id: literacy-south
name: קוראים בדרום
language: he          # שפת הטקסטים
model: iblf-10
started: 2026-01-12
currency: ILS
tags: [education, "קריאה", דרום]
partners:
  - id: leumi
    name: לאומי קארד
    sector: company
    relationship: integrative
    joined: 2026-02-01
    left: 2026-09-30
    left_reason: completed

  - id: kav-hinuch
    name: 'עמותת קו חינוך'
    sector: ngo
    joined: 2026-02-01
`;

const partnershipEnglish = `---
format: 1
id: "river-clean-up"
name: 'River clean-up: the miller''s bend'
language: en
model: iblf-10
started: 2025-11-03
currency: GBP
tags: []
partners:
- id: acme
  name: Acme & Sons, Ltd. (UK)
  sector: company
  relationship: transactional
  joined: 2025-11-03
- id: town
  name: "Town Council \\"Greens\\""
  sector: public
  joined: 2025-12-01
x-notes:
  folder: https://example.org/shared?id=7#top
  phones:
  - 01632-960-001
  -   "+44 1632 960002"
`;

const stageScoping = `stage: scoping
title: בחינה מקיפה
owner: דנה
due: 2026-02-15
checklist:
  - id: problem-stated
    text: הבעיה מנוסחת עם נתונים
    required: true
    evidence_required: false
    done: true
    on: 2026-02-03
    by: דנה
    evidence: [docs/memo.pdf, "https://example.org/report"]
  - id: stakeholders-mapped
    text: "בעלי העניין מופו: מי, מה, ולמה"
    required: true
    done: false
challenge:
  statement: |
    ארבעה מתוך עשרה ילדים # לא הערה
    מסיימים כיתה ב׳ בלי לקרוא.

    מקור: ראמ״ה
  area: הנגב
  target_group: ילדים בני 6–9
  baseline: 0.42
vision: |-
  כל ילד קורא
    עד סוף כיתה ג׳
sources:
  - {id: rama, title: "מבחני מיצ״ב", url: "https://rama.example.org", on: 2025-06-01}
stakeholders:
  - id: parents
    name: ועד ההורים
    sector: community
    interest: 5
    influence: 3
    consulted_on:
`;

const reviews = `# The minutes book. Append only.
reviews:
    - id: 2026-02-20-scoping-k3f9
      stage: scoping
      round: 1
      date: 2026-02-20
      decision: advance
      reviewers: [{ name: דנה, for: leumi }, { name: "R. O'Neil", for: town }]
      notes: all agreed (see minutes, p. 3); budget is £1,200
      waivers: [{ item: due-diligence, reason: "known partner", by: דנה }]
      conditions: [{ text: sign the memorandum, owner: acme, due: 2026-03-10, met: false }]
      next_review: 2026-03-20
      seal: v1-sha256-0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9
    - id: 2026-03-20-identifying-p0zz
      stage: identifying
      round: 1
      date: 2026-03-20
      decision: return
      to: scoping
      reason: >-less likely than it seems
      reviewers: []
`.replace('>-less', 'less');

const stageImplementing = `stage: implementing
title: Doing the work
checklist:
  -
    id: plan-followed
    text: Milestones are reported monthly
    required: no-longer
    done: false
    evidence:
      - docs/plan.md
      - 'photos/"before" & after.jpg'
progress:
  - milestone: m1
    done_on: 2026-05-01
    note: done early - by two weeks
contributions:
  - id: c1
    partner: acme
    type: time
    hours: 12.5
    rate: 240
    basis: donor_cost
    on: 2026-04-30
    source: timesheets/04.csv
  - id: c2
    partner: town
    type: cash
    amount: 15000.00
    on: 2026-04-12
    note: null
issues: []
changes:
  - id: ch1
    what: {scope: smaller, months: [6, 7.5, -1], why: {cost: true}}
    approved_by: board
x-matrix:
  - - 1
    - 2
  - - 3
    - ~
`;

/** Files as people have them: both languages, several styles of indentation, quotes and line ends. */
export const realisticFiles: readonly string[] = [
  partnershipHebrew,
  partnershipEnglish.replace('---\n', ''),
  stageScoping,
  reviews,
  stageImplementing,
  partnershipHebrew.replaceAll('\n', '\r\n'),
  stageScoping.replaceAll('\n', '\r\n'),
];

/** The same, with a document start: good, but not for the fast reader. */
export const markedFile: string = partnershipEnglish;
