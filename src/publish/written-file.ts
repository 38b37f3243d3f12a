/** A file of an edition that was written. */
import type { Format } from '../stages/typeset/targets.js';

export interface WrittenFile {
  /** As messages show it. */
  name: string;
  format: Format | 'report' | 'edition' | 'markdown';
  bytes: number;
  /** Known for the PDF. */
  pages?: number;
}
