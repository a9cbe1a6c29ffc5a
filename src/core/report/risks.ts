import { entriesOf, type Partnership } from '../partnership.ts';

/** A risk. `weight` is likelihood × impact, 1 to 25; null where one of them is not recorded. */
export interface ReportRisk {
  readonly id: string;
  readonly text: string;
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly weight: number | null;
  readonly owner: string | null;
  readonly response: string | null;
}

/** A trouble that has come; open where `closedOn` is null. */
export interface ReportIssue {
  readonly id: string;
  readonly text: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly closedOn: string | null;
}

interface RiskData {
  readonly id: string;
  readonly text: string;
  readonly likelihood?: number;
  readonly impact?: number;
  readonly owner?: string;
  readonly response?: string;
}

interface IssueData {
  readonly id: string;
  readonly text: string;
  readonly owner?: string;
  readonly due?: string;
  readonly closed_on?: string;
}

/** The risks, the heaviest first; those of one weight, and at the end those without, in file order. */
export function reportRisks(partnership: Partnership): ReportRisk[] {
  return entriesOf<RiskData>(partnership, 'risks')
    .map(({ value }) => {
      const { id, text, likelihood = null, impact = null, owner = null, response = null } = value;
      const weight = likelihood === null || impact === null ? null : likelihood * impact;
      return { id, text, likelihood, impact, weight, owner, response };
    })
    .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
}

/** The issues: open ones first, by their due date (those without one last); then closed ones in file order. */
export function reportIssues(partnership: Partnership): ReportIssue[] {
  const rank = ({ closedOn, due }: ReportIssue) => (closedOn === null ? (due ?? '9998') : '9999');
  return entriesOf<IssueData>(partnership, 'issues')
    .map(({ value: { id, text, owner = null, due = null, closed_on = null } }) => ({
      id,
      text,
      owner,
      due,
      closedOn: closed_on,
    }))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}
