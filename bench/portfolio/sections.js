/** The sections of a stage that was reached, filled as people fill them; `{}` for a stage without any. */
export function sectionsOf(stage, given) {
  return makers[stage]?.(given) ?? {};
}

const several = (chance, least, more, make) =>
  Array.from({ length: least + chance.below(more) }, (_, at) => make(at));

// The days a partnership runs on, up to the one it is looked at.
const dayIn = ({ chance, plan, addDays }) => {
  const day = addDays(plan.started, chance.below(400));
  return day > '2026-11-10' ? plan.started : day;
};

const makers = {
  scoping: (given) => {
    const { chance, words } = given;
    return {
      challenge: { statement: words.sentence(), area: words.project(), target_group: words.sentence() },
      vision: words.sentence(),
      sources: several(chance, 1, 4, (at) => ({
        ...{
          id: `source-${at}`,
          title: words.sentence(),
          url: `https://example.org/${at}`,
          on: given.plan.started,
        },
      })),
      stakeholders: several(chance, 3, 5, (at) => ({
        ...{ id: `holder-${at}`, name: words.person(), sector: 'residents' },
        ...{
          interest: 1 + chance.below(5),
          influence: 1 + chance.below(5),
          consulted_on: given.plan.started,
        },
      })),
    };
  },
  identifying: ({ chance, words, partners }) => ({
    candidates: partners.map(({ id, name, sector }) => ({
      ...{ id, name, sector, status: 'joined' },
      scores: { fit: 1 + chance.below(5), reputation: 1 + chance.below(5), capacity: 1 + chance.below(5) },
      ...(chance.percent(30) ? { concerns: [words.sentence()] } : {}),
    })),
  }),
  building: ({ chance, words, partners, plan }) => ({
    goals: several(chance, 2, 4, (at) => ({ id: `goal-${at}`, text: words.sentence(), owner: 'shared' })),
    principles: several(chance, 2, 3, (at) => ({ id: `principle-${at}`, text: words.sentence() })),
    representatives: partners.map(({ id }) => ({
      ...{ id: `for-${id}`, name: words.person(), partner: id, mandate: words.sentence() },
    })),
    agreement: {
      ...{ version: 1, kind: 'memorandum' },
      clauses: several(chance, 3, 4, (at) => ({ id: `clause-${at}`, text: words.sentence(), state: 'full' })),
      signatures: partners.map(({ id }) => ({ partner: id, name: words.person(), on: plan.started })),
    },
  }),
  planning: ({ chance, words, plan, addDays }) => ({
    activities: several(chance, 2, 4, (at) => ({
      ...{
        id: `activity-${at}`,
        title: words.sentence(),
        goal: `goal-${chance.below(2)}`,
        owner: words.person(),
      },
    })),
    milestones: several(chance, 3, 6, (at) => ({
      ...{ id: `milestone-${at}`, title: words.sentence(), owner: words.person() },
      ...{ due: addDays(plan.started, 90 + 60 * at), activity: 'activity-0' },
    })),
    metrics: [
      { ...metric('people', words, 'output', 'latest'), baseline: 0, target: 200, role: 'beneficiaries' },
      { ...metric('hours', words, 'input', 'sum'), baseline: 0, target: 900 },
      { ...metric('improved', words, 'outcome', 'pooled'), baseline: 0.4, target: 0.7 },
    ],
    risks: several(chance, 1, 4, (at) => ({
      ...{
        id: `risk-${at}`,
        text: words.sentence(),
        likelihood: 1 + chance.below(5),
        impact: 1 + chance.below(5),
      },
      ...{ owner: words.person(), response: words.sentence() },
    })),
  }),
  managing: ({ words, partners }) => ({
    bodies: [
      {
        id: 'steering',
        name: words.project(),
        members: partners.map(() => words.person()),
        rule: words.sentence(),
      },
    ],
    roles: [{ id: 'coordinator', role: words.sentence(), name: words.person() }],
    reporting: [{ id: 'board', to: words.project(), every: 'quarter' }],
    escalation: [{ id: 'first', text: words.sentence() }],
  }),
  resourcing: ({ chance, words, partners }) => ({
    needs: several(chance, 1, 3, (at) => ({
      ...{ id: `need-${at}`, item: words.sentence(), type: 'cash', value: 1_000 * (1 + chance.below(90)) },
    })),
    pledges: partners.map(({ id }, at) => ({
      ...{ id: `pledge-${at}`, partner: id, type: 'cash', amount: 500 * (1 + chance.below(60)) },
      ...{ status: chance.of(['signed', 'received']), need: 'need-0' },
    })),
  }),
  implementing: (given) => {
    const { chance, words, partners } = given;
    return {
      progress: several(chance, 1, 2, (at) => ({ milestone: `milestone-${at}`, done_on: dayIn(given) })),
      contributions: several(chance, 4, 14, (at) => contribution(at, chance, partners, dayIn(given), words)),
      issues: several(chance, 0, 3, (at) => ({
        id: `issue-${at}`,
        text: words.sentence(),
        owner: words.person(),
      })),
    };
  },
  measuring: (given) => {
    const { chance, words, plan, addDays } = given;
    const quarters = Array.from({ length: 2 + chance.below(6) }, (_, at) =>
      addDays(plan.started, 91 * (at + 1)),
    );
    return {
      observations: quarters
        .filter((on) => on <= '2026-11-10')
        .flatMap((on, at) => [
          { metric: 'people', on, value: 40 + 23 * at, source: words.sentence(), by: words.person() },
          { metric: 'hours', on, value: 30 + chance.below(90), source: words.sentence() },
          { metric: 'improved', on, num: 20 + chance.below(20), den: 40, source: words.sentence() },
        ]),
    };
  },
  reviewing: (given) => ({
    health: given.partners.map(({ id }) => ({
      ...{ partner: id, dimension: 'trust', score: 1 + given.chance.below(5), on: given.plan.entered },
    })),
    findings: [{ id: 'finding', kind: 'worked', text: given.words.sentence() }],
    membership: given.partners.map(({ id }) => ({ partner: id, decision: 'stays' })),
  }),
  concluding: ({ words, plan }) => ({
    exit: { decision: 'institutionalise', reason: words.sentence(), effective: plan.due },
    lessons: [{ id: 'lesson', text: words.sentence() }],
  }),
};

function metric(id, words, kind, aggregate) {
  return { id, name: words.project(), kind, unit: 'count', aggregate };
}

function contribution(at, chance, partners, on, words) {
  const entry = { id: `given-${at}`, partner: chance.of(partners).id };
  const rest = { on, source: words.sentence() };
  if (chance.percent(40))
    return { ...entry, type: 'time', hours: 2 + chance.below(40), rate: 120, basis: 'donor_cost', ...rest };
  return {
    ...entry,
    type: chance.of(['cash', 'in_kind', 'management']),
    amount: 250 * (1 + chance.below(80)),
    ...rest,
  };
}
