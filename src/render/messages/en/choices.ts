import type { ChoiceWords } from '../choices.ts';

const sector = {
  company: 'a company',
  ngo: 'a non-governmental organisation',
  public: 'a public body: a ministry, a city, a school',
  community: 'a community group',
  foundation: 'a foundation',
  academia: 'a university or a college',
  other: 'something else',
};
const inputs = {
  cash: 'money',
  time: 'paid working time',
  in_kind: 'goods and services, at what they cost the giver',
  management: 'what it cost to run the partnership',
};

export const choices: ChoiceWords = {
  'partnership.language': { en: 'English', he: 'Hebrew' },
  'partners.sector': sector,
  'partners.relationship': {
    philanthropic: 'one gives, the other receives',
    transactional: 'each gives for what it gets',
    integrative: 'people, aims and work are joined',
    transformational: 'both change, and what is around them',
  },
  'partners.left_reason': {
    completed: 'its part was done',
    withdrew: 'it withdrew',
    asked: 'it was asked to leave',
    merged: 'it became part of another organisation',
  },
  'reviews.decision': {
    advance: 'go on to the next stage',
    hold: 'stay, and look again later',
    return: 'go back to an earlier stage, or do this one over',
    close: 'part ways now',
    reconfirm: 'accept a passed stage as it now stands',
  },
  'candidates.sector': sector,
  'candidates.status': {
    longlist: 'one of many who could fit',
    shortlist: 'one of the few to be looked at closely',
    invited: 'asked to join',
    declined: 'said no',
    joined: 'is a partner',
  },
  'scores.score': { unknown: 'nobody knows yet' },
  'agreement.kind': {
    memorandum: 'a memorandum of understanding, not binding',
    contract: 'a contract, binding',
  },
  'clauses.state': {
    missing: 'nothing was agreed',
    partial: 'agreed in part',
    full: 'agreed',
    not_relevant: 'of no matter here',
  },
  'metrics.kind': {
    input: 'what is put in',
    output: 'what is done, and whom it reaches',
    outcome: 'what changes',
    health: 'how the partnership itself is',
  },
  'metrics.aggregate': {
    sum: 'added up: money, hours, activities',
    latest: 'the latest figure counts: people reached so far',
    mean: 'the mean of the figures',
    pooled: 'parts and wholes are added up: a share',
  },
  'metrics.role': { beneficiaries: 'the people who benefit: what the costs are divided by' },
  'reporting.every': {
    month: 'monthly',
    quarter: 'four times a year',
    half_year: 'twice a year',
    year: 'once a year',
  },
  'needs.type': inputs,
  'pledges.type': inputs,
  'pledges.status': {
    idea: 'was talked about',
    promised: 'was promised',
    signed: 'is promised in writing',
    received: 'has arrived',
  },
  'contributions.type': {
    ...inputs,
    leveraged: 'brought in from outside, at no cost to the partnership; not in the total',
  },
  'contributions.basis': {
    donor_cost: 'what the hour costs the giver',
    replacement: 'what such an hour would cost on the market',
  },
  'findings.kind': {
    worked: 'what worked',
    did_not_work: 'what did not work',
    lesson: 'what was learnt',
    action: 'what is to be done',
  },
  'membership.decision': { stays: 'stays', leaves: 'leaves', joins: 'joins' },
  'exit.decision': {
    institutionalise: 'it goes on as part of an institution',
    scale: 'it goes on, larger or elsewhere',
    hand_over: 'others go on with it',
    close: 'it ends',
  },
};
