import type { MilestoneStanding } from '../core/measurement/milestones.ts';
import type { Diagnostic } from '../core/problem.ts';
import type { ReportOwnSection } from '../core/report/own-sections.ts';
import { rowsJson } from './export/rows-json.ts';
import { eventJson } from './history-json.ts';
import { measurementJson } from './measurement-json.ts';
import { ownTitle } from './own-sections.ts';
import { changeTextsOf, type ReportView } from './report-view.ts';
import { statusJson } from './status-json.ts';

/**
 * A report as JSON, format 1: all that `status --json` and `metrics --json` say, under their own names,
 * with the checklists, the minutes and what else the page shows. `problems` are named from the reader's folder.
 */
export function reportJson(view: ReportView, problems: readonly Diagnostic[]) {
  const { report, problemTexts, measures, figures } = view;
  const { format, ...status } = statusJson(report.status, problems, problemTexts);
  const { format: _format, as_of, ...measurement } = measurementJson(report.measurement, measures, figures);
  return {
    format,
    ...status,
    model_title: report.model.title,
    started: report.started,
    commit: report.commit === null ? null : { id: report.commit.id, changed: report.commit.isChanged },
    challenge:
      report.challenge === null
        ? null
        : {
            statement: report.challenge.statement,
            area: report.challenge.area,
            target_group: report.challenge.targetGroup,
            baseline: report.challenge.baseline,
          },
    vision: report.vision,
    goals: report.goals,
    stages: status.stages.map((stage, index) => {
      const { title, purpose = '', items = [] } = report.stages[index] ?? {};
      return { ...stage, title: title ?? stage.title, purpose, items };
    }),
    partners: report.partners.map(({ leftReason, ...partner }) => ({ ...partner, left_reason: leftReason })),
    measurement,
    milestones: report.measurement.milestones.map(milestoneJson),
    risks: report.risks,
    issues: report.issues.map(({ closedOn, ...issue }) => ({ ...issue, closed_on: closedOn })),
    own_sections: report.ownSections.map((own) => ownSectionJson(own, view)),
    reviews: report.reviews.map(({ nextReview, ...review }) => ({ ...review, next_review: nextReview })),
    events: report.history.map((event) => eventJson(event, changeTextsOf(view))),
  };
}

function ownSectionJson(own: ReportOwnSection, view: ReportView) {
  const { name, form, stage, table } = own;
  const title = ownTitle(own, view);
  return { section: name, title, stage, form, entries: rowsJson(table) };
}

function milestoneJson({ id, title, owner, due, doneOn, state, lateDays }: MilestoneStanding) {
  return { id, title, owner, due, done_on: doneOn, state, late_days: lateDays };
}
