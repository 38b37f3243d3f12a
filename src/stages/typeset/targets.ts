/** The outputs that an edition can be made as. An output is a folder here and a line in this list. */
import type { Target } from './target.js';

interface TargetEntry {
  /** As messages call it. */
  name: string;
  /** Made where nobody says which outputs are wanted. */
  usual?: boolean;
  /** It is printed by a browser. */
  prints?: boolean;
  /** Its code is loaded when it is asked for. */
  load(): Promise<{ target: Target }>;
}

export const targets = {
  epub: { name: 'EPUB', usual: true, load: () => import('./epub/index.js') },
  pdf: { name: 'PDF', usual: true, prints: true, load: () => import('./pdf/index.js') },
  html: { name: 'HTML', load: () => import('./site/index.js') },
  jats: { name: 'JATS', load: () => import('./jats/index.js') },
} satisfies Record<string, TargetEntry>;

/** What an edition can be made as. */
export type Format = keyof typeof targets;

/** Names of all targets, in the order in which their files are listed. */
export const formats = Object.keys(targets) as Format[];

const entryOf = (format: Format): TargetEntry => targets[format];

/** Those that are made where nobody says which. */
export const usualFormats = formats.filter((format) => entryOf(format).usual);

/** Does one of these outputs want a browser? */
export function wantsBrowser(wanted: readonly Format[]): boolean {
  return wanted.some((format) => entryOf(format).prints);
}
