import { PartnerError } from '../../core/partner-error.ts';
import type { Bilingual } from '../../core/problem.ts';
import { stageOffTheRoad } from '../../core/upgrade/road.ts';
import type { LoadedPartnership } from '../load-partnership.ts';
import type { Target } from './target.ts';

/**
 * Throws `upgrade-impossible` (params `model`, `version`, `reason`) where a partnership cannot go on to a version of
 * its model: it has ended, the version speaks another language, or it redraws the road walked so far.
 */
export function requireGoingOn({ partnership, journey }: LoadedPartnership, { model }: Target): void {
  const why = (reason: Bilingual) =>
    new PartnerError('upgrade-impossible', { model: model.model, version: model.version, reason });
  if (journey.current === null) throw why(ended);
  if (!model.languages.includes(partnership.language)) throw why(noLanguage(partnership.language));
  const off = stageOffTheRoad(partnership, model);
  if (off !== undefined) throw why(offTheRoad(off));
}

const ended: Bilingual = {
  en: 'the partnership has ended, and what was decided in it stands as it was reviewed',
  he: 'השותפות הסתיימה, ומה שהוחלט בה נשאר כפי שנבחן',
};
const noLanguage = (language: string): Bilingual => ({
  en: `it has no texts in the partnership's language (${language})`,
  he: `אין בה נוסחים בשפת השותפות (${language})`,
});
const offTheRoad = (stage: string): Bilingual => ({
  en: `it changes the road up to "${stage}", which the minutes book tells of already`,
  he: `היא משנה את הדרך עד "${stage}", וזו כבר כתובה בפנקס הבחינות`,
});
