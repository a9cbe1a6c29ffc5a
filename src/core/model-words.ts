import { outlines } from './schema/outlines.ts';
import { builtInSections } from './schema/registry.ts';

// What mappings of JavaScript have by themselves, and keys that YAML reads as something else.
const nowhere = ['constructor', 'true', 'false', 'null'];

// The id is added by itself; the others stand in front of every row of an export, or are the minutes book.
const takenFields = ['id', 'partnership', 'table', 'reviews'];

// What commands call what is no section.
const commandWords = ['partnership', 'stages', 'conditions', 'checklist', 'reviews'];

// Lists inside sections and reviews, whose entries are told apart by fields of their own.
const nestedLists = ['clauses', 'signatures', 'reviewers', 'waivers'];

/** What templates of documents can name beside the sections: fields, parts of tables, lines to sign on, conditions. */
const documentWords = `
  name as_of commit model started state stage progress gate next_review statement area target_group
  problem_baseline total without_time reached cost_per_person leverage on_time pledges_received non_cash management
  health_mean health_lowest exit_decision exit_reason exit_effective exit_successor exit_follow_up agreement_version
  agreement_kind review_stage review_date review_round review_decision review_to review_reviewers review_reason
  review_notes review_next clause next_milestones overdue_milestones top_risks review_checklist open_obligations worked
  difficulties findings_lessons actions review_waivers review_conditions open_conditions still_missing signatures
  review_signatures draft ended reviewed gate_open
`
  .trim()
  .split(/\s+/);

/**
 * Whether a word that a model declares is taken: of a section by a built-in one, by what every stage file holds,
 * by a word of commands or of documents; of anything by JavaScript and YAML.
 */
export function isTaken(what: 'section' | 'field' | 'choice', word: string): boolean {
  if (nowhere.includes(word)) return true;
  if (what === 'choice') return false;
  if (what === 'field') return takenFields.includes(word);
  return (
    builtInSections.find(word) !== undefined ||
    outlines.stage.fields.some(({ key }) => key === word) ||
    commandWords.includes(word) ||
    nestedLists.includes(word) ||
    documentWords.includes(word)
  );
}
