import { describe, expect, it } from 'vitest';
import { criteriaOf, sectorCriteria } from '../../../src/core/assessment.ts';
import { checkPartnership, journeyOf } from '../../../src/core/check-partnership.ts';
import { formatPath } from '../../../src/core/problem.ts';
import { sectors } from '../../../src/core/schema/sections/words.ts';
import { type PartnershipParts, partnershipWith } from '../partnership-with.ts';

const today = '2026-06-10';
const gates = [
  'scoping',
  'identifying',
  'building',
  'planning',
  'managing',
  'resourcing',
  'implementing',
  'measuring',
];
const wanted = /^(leaver|critical|assessment|health)-/;

/** The warnings of this topic while the walk stands at the stage after `passed` gates. */
async function warningsOf(
  sections: object,
  passed = 4,
  partners: readonly object[] = someLeft,
): Promise<string[]> {
  const reviews = gates.slice(0, passed).map((stage, index) => ({
    ...{ id: `r${index}`, stage, round: 1, date: '2026-02-01', decision: 'advance' },
  }));
  const partnership = await partnershipWith({ partners, reviews, sections } as PartnershipParts);
  return checkPartnership(partnership, journeyOf(partnership), today)
    .filter(({ code }) => wanted.test(code))
    .map(({ code, file, path }) => `${code} ${file.slice(7, 9)} ${formatPath(path)}`);
}

const someLeft = [
  { id: 'stays', name: 'Stays Ltd' },
  { id: 'gone', name: 'Gone Ltd', left: '2026-05-01', left_reason: 'withdrew' },
  { id: 'going', name: 'Going Ltd', left: '2026-12-31', left_reason: 'completed' },
];
const pledge = (partner: string, status: string, need?: string) => ({
  ...{ id: `${partner}-${status}`, partner, type: 'cash', amount: 1, status },
  ...(need && { need }),
});
const role = (partner: string, to?: string) => ({
  id: 'r',
  role: 'Lead',
  name: 'Lior',
  partner,
  ...(to && { to }),
});

describe('what a leaver leaves behind', () => {
  it.each([
    [{ pledges: [pledge('gone', 'signed')] }, ['leaver-pledge 06 pledges[0].status']],
    [{ pledges: [pledge('gone', 'promised')] }, ['leaver-pledge 06 pledges[0].status']],
    [{ pledges: [pledge('gone', 'received'), pledge('stays', 'signed'), pledge('going', 'signed')] }, []],
    [
      { representatives: [{ id: 'x', name: 'Ada', partner: 'gone' }] },
      ['leaver-representative 03 representatives[0].partner'],
    ],
    [{ representatives: [{ id: 'x', name: 'Ada', partner: 'going' }] }, []],
    [{ roles: [role('gone')] }, ['leaver-role 05 roles[0].partner']],
    [{ roles: [role('gone', '2026-09-01')] }, ['leaver-role 05 roles[0].to']],
    [{ roles: [role('gone', '2026-05-01')] }, []],
    [
      { bodies: [{ id: 'b', name: 'Board', members: ['Ada', 'Gone Ltd'] }] },
      ['leaver-member 05 bodies[0].members[1]'],
    ],
    [{ goals: [{ id: 'g', text: 'G', owner: 'gone' }] }, ['leaver-owner 03 goals[0].owner']],
    [{ goals: [{ id: 'g', text: 'G', owner: 'shared' }] }, []],
    [{ risks: [{ id: 'r', text: 'R', owner: ' GONE ltd ' }] }, ['leaver-owner 04 risks[0].owner']],
    [{ milestones: [{ id: 'm', title: 'M', owner: 'gone' }] }, ['leaver-owner 04 milestones[0].owner']],
    [
      {
        milestones: [{ id: 'm', title: 'M', owner: 'gone' }],
        progress: [{ milestone: 'm', done_on: '2026-04-01' }],
      },
      [],
    ],
    [{ issues: [{ id: 'i', text: 'I', owner: 'gone', closed_on: '2026-04-01' }] }, []],
    [{ issues: [{ id: 'i', text: 'I', owner: 'gone' }] }, ['leaver-owner 07 issues[0].owner']],
    [{ findings: [{ id: 'f', kind: 'action', text: 'F', owner: 'gone', due: '2026-03-01' }] }, []],
    [{ findings: [{ id: 'f', kind: 'lesson', text: 'F', owner: 'gone' }] }, []],
    // A person is spoken of for the partner that the roles name, unless one that stayed has them too.
    [
      { roles: [role('gone', '2026-05-01')], issues: [{ id: 'i', text: 'I', owner: 'Lior' }] },
      ['leaver-owner 07 issues[0].owner'],
    ],
    [
      {
        roles: [role('gone', '2026-05-01'), { ...role('stays'), id: 's' }],
        issues: [{ id: 'i', text: 'I', owner: 'Lior' }],
      },
      [],
    ],
  ] as const)('%j: %j', async (sections, expected) => {
    expect(await warningsOf(sections)).toEqual(expected);
  });

  it('is no longer told of a partnership that ended', async () => {
    const closing = {
      id: 'end',
      stage: 'planning',
      round: 1,
      date: '2026-06-01',
      decision: 'close',
      reason: 'Done',
    };
    const partnership = await partnershipWith({
      ...{ partners: someLeft, sections: { pledges: [pledge('gone', 'signed')] } },
      reviews: [
        ...gates.slice(0, 3).map((stage, index) => ({
          ...{ id: `r${index}`, stage, round: 1, date: '2026-02-01', decision: 'advance' },
        })),
        closing,
      ],
    });
    const findings = checkPartnership(partnership, journeyOf(partnership), today);
    expect(journeyOf(partnership).state).toBe('closed');
    expect(findings.filter(({ code }) => wanted.test(code))).toEqual([]);
  });
});

const need = { id: 'n', item: 'N', critical: true };
const both = ['critical-need-uncovered 06 needs[0].id', 'critical-need-uncovered 05 stage'];

describe('a critical need', () => {
  it.each([
    [4, { needs: [need] }, both],
    [5, { needs: [need], pledges: [pledge('stays', 'promised', 'n')] }, both],
    [7, { needs: [need], pledges: [pledge('stays', 'idea', 'n')] }, both],
    [5, { needs: [need], pledges: [pledge('stays', 'signed', 'n')] }, []],
    [5, { needs: [need], pledges: [pledge('gone', 'received', 'n')] }, []],
    [5, { needs: [need], pledges: [pledge('going', 'signed', 'n')] }, []],
    [
      5,
      { needs: [need], pledges: [pledge('gone', 'signed', 'n')] },
      [...both, 'leaver-pledge 06 pledges[0].status'],
    ],
    [5, { needs: [{ ...need, critical: false }] }, []],
    // Before the stage that settles who decides, the needs are still being thought of.
    [3, { needs: [need] }, []],
  ] as const)('after %i gates, %j: %j', async (passed, sections, expected) => {
    expect((await warningsOf(sections, passed)).sort()).toEqual([...expected].sort());
  });
});

describe('the assessment of a candidate', () => {
  const all = Object.fromEntries(criteriaOf('ngo').map(({ id }) => [id, 4]));
  const candidate = (fields: object) => ({ candidates: [{ id: 'c', name: 'C', sector: 'ngo', ...fields }] });

  it.each([
    [1, candidate({ status: 'invited', scores: all }), []],
    [
      1,
      candidate({ status: 'joined', scores: { ...all, access: 'unknown' } }),
      ['assessment-incomplete 02 candidates[0].scores'],
    ],
    [1, candidate({ status: 'invited' }), ['assessment-incomplete 02 candidates[0].id']],
    [1, candidate({ status: 'shortlist' }), []],
    [1, candidate({ status: 'declined' }), []],
    [
      1,
      candidate({ status: 'invited', sector: 'company', scores: all }),
      ['assessment-incomplete 02 candidates[0].scores'],
    ],
    [0, candidate({ status: 'invited' }), ['assessment-incomplete 02 candidates[0].id']],
    // What the gate accepted is not asked for again.
    [2, candidate({ status: 'invited' }), []],
  ] as const)('after %i gates, %j: %j', async (passed, sections, expected) => {
    expect(await warningsOf(sections, passed)).toEqual(expected);
  });

  it('asks of every sector but `other` what is its own, and of all what is common', () => {
    expect(Object.keys(sectorCriteria)).toEqual(sectors.filter((sector) => sector !== 'other'));
    for (const sector of sectors) {
      const ids = criteriaOf(sector).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.slice(0, 3)).toEqual(criteriaOf(undefined).map(({ id }) => id));
    }
  });
});

describe('the health check at its gate', () => {
  const answer = (partner: string, on: string) => ({ partner, dimension: 'trust', score: 4, on });
  const three = [...someLeft, { id: 'later', name: 'Later', joined: '2026-08-01' }];

  it.each([
    [8, { health: [answer('stays', '2026-06-01'), answer('going', '2026-06-05')] }, []],
    [8, { health: [answer('stays', '2026-06-01')] }, ['health-unanswered 09 health']],
    // An answer of an earlier round is none of this one; one of three weeks before is.
    [
      8,
      { health: [answer('stays', '2026-05-10'), answer('going', '2026-06-01')] },
      ['health-unanswered 09 health'],
    ],
    [8, { health: [answer('stays', '2026-05-11'), answer('going', '2026-06-01')] }, []],
    [8, {}, ['health-unanswered 09 stage']],
    [7, {}, []],
  ] as const)('after %i gates, %j: %j', async (passed, sections, expected) => {
    expect(await warningsOf(sections, passed, three)).toEqual(expected);
  });
});
