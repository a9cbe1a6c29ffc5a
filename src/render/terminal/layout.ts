import { type BidiMode, type Direction, hasRightToLeft } from './bidi.ts';
import { type ColorLevel, loadTheme, type Theme } from './theme.ts';
import type { ReorderLine } from './visual-order.ts';
import { loadTextMetrics, type TextMetrics } from './width.ts';

/** What is known of the place that a page is printed to. */
export interface TerminalSettings {
  /** The reading direction of the page's language. */
  readonly direction: Direction;
  readonly bidi: BidiMode;
  /** Columns of the terminal; undefined where there is none, and then nothing is cut or wrapped. */
  readonly width: number | undefined;
  readonly colorLevel: ColorLevel;
}

/** The settings together with the tools that a page's own texts need. */
export interface Layout extends TerminalSettings {
  readonly theme: Theme;
  readonly metrics: TextMetrics;
  /** Undefined where no text of the page runs from right to left, or none may be reordered. */
  readonly reorder: ReorderLine | undefined;
}

// Beyond a hundred columns lines become hard to follow.
const widestPage = 100;

/** Loads what is needed to lay out the sample's characters, and nothing else. */
export async function loadLayout(settings: TerminalSettings, sample: string): Promise<Layout> {
  const reorders = settings.bidi !== 'logical' && hasRightToLeft(sample);
  const [theme, metrics, order] = await Promise.all([
    loadTheme(settings.colorLevel),
    loadTextMetrics(sample),
    reorders ? import('./visual-order.ts') : undefined,
  ]);
  return { ...settings, theme, metrics, reorder: order?.reorderLine };
}

/** The columns that a page fills at most; undefined where nothing is wrapped. */
export function pageWidth(settings: TerminalSettings): number | undefined {
  return settings.width === undefined ? undefined : Math.max(1, Math.min(settings.width, widestPage));
}

/** True where the page is mirrored: read from the right, its columns and margins turned round. */
export function isMirrored(settings: TerminalSettings): boolean {
  return settings.direction === 'rtl' && settings.bidi !== 'logical';
}

/**
 * The columns that a line's text may fill. Where the terminal reorders, a mirrored line keeps one blank
 * before its text: VTE forgets a direction mark that has no character before it.
 */
export function textWidth(settings: TerminalSettings): number | undefined {
  const width = pageWidth(settings);
  if (width === undefined || !isMirrored(settings) || settings.bidi !== 'terminal') return width;
  return Math.max(1, width - 1);
}
