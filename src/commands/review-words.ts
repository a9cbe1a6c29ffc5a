import { isCalendarDate } from '../core/calendar-date.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { ReviewData } from '../core/schema/reviews.ts';

/** Reads `Name` or `Name:partner`. */
export function readReviewer(word: string): NonNullable<ReviewData['reviewers']>[number] {
  const at = word.lastIndexOf(':');
  if (at < 0) return { name: word.trim() };
  return { name: word.slice(0, at).trim(), for: word.slice(at + 1).trim() };
}

/** Reads `item=reason`; a reason that is missing is left empty, for the plan to refuse. */
export function readWaiver(word: string, by: string | undefined): NonNullable<ReviewData['waivers']>[number] {
  const at = word.indexOf('=');
  const item = (at < 0 ? word : word.slice(0, at)).trim();
  const reason = at < 0 ? '' : word.slice(at + 1).trim();
  return { item, reason, ...(by === undefined ? {} : { by }) };
}

/** Reads `text;owner;due`, where owner and due may be left out; throws `usage`. */
export function readCondition(word: string): NonNullable<ReviewData['conditions']>[number] {
  const [text = '', owner = '', due = ''] = word.split(';').map((part) => part.trim());
  if (text === '' || word.split(';').length > 3 || (due !== '' && !isCalendarDate(due))) {
    const problem = {
      en: `--condition "${word}": write "text;owner;YYYY-MM-DD", where owner and date may be left out`,
      he: `--condition "${word}": יש לכתוב "text;owner;YYYY-MM-DD"; אפשר להשמיט אחראי ותאריך`,
    };
    throw new PartnerError('usage', { problem, command: 'advance' });
  }
  return { text, ...(owner === '' ? {} : { owner }), ...(due === '' ? {} : { due }), met: false };
}
