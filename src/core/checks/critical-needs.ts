import type { CalendarDate } from '../calendar-date.ts';
import type { Journey } from '../journey.ts';
import { hasLeft } from '../membership.ts';
import { type Entry, entriesOf, type Partnership, type StageRecord, stageHolding } from '../partnership.ts';
import { type Finding, warningAt } from './finding.ts';

interface Need {
  readonly id: string;
  readonly critical?: boolean;
}

interface Pledge {
  readonly partner: string;
  readonly status: string;
  readonly need?: string;
}

/**
 * Critical needs that no signed or received pledge stands behind. A signed pledge goes with the partner
 * that leaves; what was received stays. Told from the stage on that settles who decides (it holds the
 * `bodies`), in its file and in that of the needs: the one has to decide, the other to find.
 */
export function checkCriticalNeeds(
  partnership: Partnership,
  journey: Journey,
  today: CalendarDate,
): Finding[] {
  const deciding = stageHolding(partnership, 'bodies');
  if (journey.current === null || deciding === undefined || !isReached(deciding, journey)) return [];
  const { open, lost } = uncovered(partnership, today);
  if (open.length === 0) return [];
  const isLost = ({ value }: Entry<Need>) => lost.has(value.id);
  const atNeeds = open.map((entry) =>
    warningAt(entry, ['id'], 'critical-need-uncovered', {
      ...{ needs: [entry.value.id], lost: isLost(entry) ? 'yes' : 'no', at: 'need' },
    }),
  );
  const { data, file } = deciding.source;
  if (data === undefined || deciding === stageHolding(partnership, 'needs')) return atNeeds;
  const params = {
    needs: open.map(({ value }) => value.id),
    ...{ lost: open.some(isLost) ? 'yes' : 'no', at: 'stage' },
  };
  const atStage = warningAt({ value: data, file, path: [] }, ['stage'], 'critical-need-uncovered', params);
  return [...atNeeds, atStage];
}

function isReached({ number }: StageRecord, journey: Journey): boolean {
  const index = number - 1;
  return (journey.current?.index ?? 0) >= index || journey.stages[index]?.oncePassed === true;
}

/** The critical needs without a firm pledge, and the ids of those that had one from a partner that left. */
function uncovered(
  partnership: Partnership,
  today: CalendarDate,
): { open: Entry<Need>[]; lost: ReadonlySet<string> } {
  const gone = new Set(
    partnership.partners.filter(({ value }) => hasLeft(value, today)).map(({ value }) => value.id),
  );
  const covered = new Set<string>();
  const lost = new Set<string>();
  for (const { value } of entriesOf<Pledge>(partnership, 'pledges')) {
    const { partner, status, need = '' } = value;
    const isFirm = status === 'received' || (status === 'signed' && !gone.has(partner));
    if (isFirm) covered.add(need);
    else if (gone.has(partner)) lost.add(need);
  }
  const open = entriesOf<Need>(partnership, 'needs').filter(
    ({ value }) => value.critical === true && !covered.has(value.id),
  );
  return { open, lost };
}
