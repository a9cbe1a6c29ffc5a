import type { Language } from '../../core/schema/partnership.ts';

/** The words for milestones and the chart of them, in one language. */
export interface MilestoneWords {
  /** The months in short, January first. */
  readonly months: readonly string[];
  readonly onTime: (onTime: number, due: number, percent: number) => string;
  readonly nothingDue: string;
  readonly overdueCount: (count: number) => string;
  readonly late: (days: number) => string;
  readonly done: (day: string) => string;
  readonly doneLate: (day: string, days: number) => string;
  readonly dueIn: (days: number) => string;
  readonly dueOn: (day: string) => string;
  readonly noDate: string;
  readonly legend: {
    readonly due: string;
    readonly done: string;
    readonly late: string;
    readonly early: string;
    readonly today: string;
  };
  readonly none: string;
  readonly next: string;
  readonly overdue: string;
  readonly more: (count: number) => string;
}

/** Loads the words for milestones in one language. */
export async function loadMilestoneWords(language: Language): Promise<MilestoneWords> {
  if (language === 'he') return (await import('./he/milestones.ts')).milestoneWords;
  return (await import('./en/milestones.ts')).milestoneWords;
}
