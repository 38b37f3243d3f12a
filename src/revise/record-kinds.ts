/** All kinds of correction records. A new kind is one file and one line here. */
import type { RecordKind } from './correction.js';
import { wordsRecord } from './words-record.js';

export const recordKinds: RecordKind[] = [wordsRecord as unknown as RecordKind];
