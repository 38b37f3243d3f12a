/** All kinds of correction records, in the order in which they act. A new kind is one file and one line here. */
import type { RecordKind } from '../record-kind.js';
import { acceptRecord } from './accept.js';
import { articleRecord } from './article.js';
import { captionRecord } from './caption.js';
import { dropRecord } from './drop.js';
import { headingRecord } from './heading.js';
import { joinRecord } from './join.js';
import { keepRecord } from './keep.js';
import { noteRecord } from './note.js';
import { splitRecord } from './split.js';
import { wordsRecord } from './words.js';

export const recordKinds: RecordKind[] = [
  keepRecord,
  wordsRecord,
  // what leaves the body first: it may stand between two paragraphs that are one
  dropRecord,
  noteRecord,
  captionRecord,
  headingRecord,
  splitRecord,
  joinRecord,
  acceptRecord,
  articleRecord,
];
