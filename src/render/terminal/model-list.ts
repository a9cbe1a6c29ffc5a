import { inLanguage } from '../../core/model.ts';
import type { Model } from '../../core/schema/model.ts';
import type { ModelTerms } from '../messages/terms.ts';
import { type Printable, printable, trusted } from '../printable.ts';
import type { Rendered } from '../rendered.ts';
import { isolated } from './bidi.ts';
import type { TerminalSettings } from './layout.ts';
import { createPage } from './page.ts';

/** A model in a list of them: one of the program, or one that somebody wrote. */
export interface ListedModel {
  readonly id: string;
  /** Undefined where it has problems that keep it from being used. */
  readonly model: Model | undefined;
  /** Where it lies, as the reader would type it; null of one that comes with the program. */
  readonly dir: string | null;
  /** Whether it lies in a partnership's folder. */
  readonly isOwn: boolean;
  /** Whether the partnership that one stands in goes by it. */
  readonly isInUse: boolean;
  readonly problems: number;
}

interface ListView {
  readonly terms: ModelTerms;
  readonly textLanguage: string;
  readonly settings: TerminalSettings;
}

/** A line for each model: its id, its title, how many stages it has, and whose it is where it is somebody's. */
export function renderModelList(models: readonly ListedModel[], view: ListView): Promise<Rendered> {
  const { terms, textLanguage, settings } = view;
  const page = createPage(settings);
  const remarks = models.map((listed) => remark(listed, terms));
  const areRemarked = remarks.some((text) => text !== '');
  page.table({
    columns: [
      { header: trusted('id') },
      { header: trusted(''), flexible: true, minWidth: 16 },
      { header: trusted('') },
      { header: trusted('') },
      ...(areRemarked ? [{ header: trusted(''), flexible: true, minWidth: 16 } as const] : []),
    ],
    rows: models.map(({ id, model, isInUse }, index) => {
      return [
        { text: printable(id), style: 'accent', ltr: true },
        model === undefined
          ? { text: trusted(terms.broken), style: 'bad' }
          : { text: printable(inLanguage(model.title, textLanguage)) },
        { text: trusted(model === undefined ? '' : terms.version(model.version)), style: 'muted' },
        { text: trusted(model === undefined ? '' : terms.stages(model.stages.length)), style: 'muted' },
        ...(areRemarked
          ? [{ text: remarks[index] ?? trusted(''), style: isInUse ? 'good' : 'muted' } as const]
          : []),
      ];
    }),
  });
  return page.render();
}

function remark({ dir, isOwn, isInUse }: ListedModel, terms: ModelTerms): Printable {
  const place = dir === null ? [] : [(isOwn ? terms.own : terms.here)(isolated(printable(dir)))];
  return trusted([...(isInUse ? [terms.inUse] : []), ...place].join(' · '));
}
