/** How an edition is to be printed: what `issue.yaml` says in, every choice made out. */
import { pageSizes, type NotePlacement, type PrintConfig, type Theme } from '../../../model/config/print-config.js';
import { bleed } from './press/crop-marks.js';
import { pageFormats, type PageFormat } from './page-formats.js';

export interface PrintSettings {
  /** mm */
  width: number;
  height: number;
  theme: Theme;
  format: PageFormat;
  notes: NotePlacement;
  opening: 'page' | 'recto';
  firstFolio: number;
  padTo: number;
  /** The gap between Han and Latin, a share of an em. */
  autospace: number;
  /** Share of the line, CSS percentage. */
  noteRule: string;
  /** What is printed beyond the trim, mm; 0 but for the press. */
  bleed: number;
}

/** What browsers put between Han and Latin by themselves, a share of an em. */
export const browserGap = 1 / 8;

function gapOf(said: string): number {
  if (said === 'none') return 0;
  const [, parts] = said === 'quarter' ? ['', '4'] : (/^1\/(\d+)$/.exec(said) ?? ['', '8']);
  return 1 / Number(parts);
}

/**
 * @param said what the issue says; everything else as the theme has it
 * @param press whether the sheets are to be trimmed
 */
export function printSettings(said: PrintConfig = {}, press = false): PrintSettings {
  const size = said.size ?? '16k';
  const theme = said.theme ?? 'journal';
  const [width, height] = pageSizes[size];
  const share = 1 / Number((said.noteRule ?? '1/3').slice(2));
  return {
    width,
    height,
    theme,
    format: pageFormats[theme][size],
    notes: said.notes ?? 'page',
    opening: said.opening ?? (theme === 'book' ? 'recto' : 'page'),
    firstFolio: said.firstFolio ?? 1,
    padTo: said.padTo ?? 1,
    autospace: gapOf(said.autospace ?? 'eighth'),
    bleed: press ? bleed : 0,
    noteRule: `${Math.round(share * 100_000) / 1000}%`,
  };
}

/** The settings as a style sheet, after the theme's. `@page` takes no custom properties, so the size stands there twice. */
export function settingsStyles({ width, height, format, autospace, noteRule, bleed }: PrintSettings): string {
  const properties = {
    'trim-width': `${width}mm`,
    'trim-height': `${height}mm`,
    bleed: `${bleed}mm`,
    characters: format.characters,
    lines: format.lines,
    'back-margin': `${format.backMargin}mm`,
    'head-margin': `${format.headMargin}mm`,
    'running-head-offset': `${format.runningHead}mm`,
    'folio-offset': `${format.folio}mm`,
    'note-rule-length': noteRule,
  };
  const declarations = Object.entries(properties).map(([name, value]) => `--${name}:${value}`);
  return [
    `:root{${declarations.join(';')}}`,
    `@page{size:${width + 2 * bleed}mm ${height + 2 * bleed}mm}`,
    ...(autospace === browserGap ? [] : ['html{text-autospace:no-autospace}']),
    `.latin-gap{word-spacing:calc(${autospace}em - var(--blank-width))}`,
  ].join('\n');
}
