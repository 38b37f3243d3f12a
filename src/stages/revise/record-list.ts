/**
 * Takes records out of the text of `corrections.yaml`, or puts others in their place: text in, text out; what else stands
 * there stays as it is, comments and blank lines included.
 */
import { isMap, isSeq, parseDocument } from 'yaml';
import type { WrittenRecord } from './plan-record.js';
import { yamlOf } from './yaml-of.js';

/** A record of the list as it is written; offsets of whole lines. */
export interface RecordItem {
  /** Line of its first key, from 1. */
  line: number;
  start: number;
  end: number;
}

/** The records of a list in block style, in order; none where the text is no such list. */
export function recordItems(text: string): RecordItem[] {
  const { contents } = parseDocument(text);
  if (!isSeq(contents) || contents.flow) return [];
  return contents.items.flatMap((item): RecordItem[] => {
    if (!isMap(item) || !item.range) return [];
    const [first, last] = item.range;
    const start = text.lastIndexOf('\n', first - 1) + 1;
    const lineEnd = text[last - 1] === '\n' ? last - 1 : text.indexOf('\n', last);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    return [{ line: text.slice(0, first).split('\n').length, start, end }];
  });
}

/** @param lines of the records that go */
export function withoutRecords(text: string, lines: readonly number[]): string {
  return recordItems(text)
    .filter(({ line }) => lines.includes(line))
    .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

/**
 * @param line of the record that the new one takes the place of
 * @returns the text as it was where there is no such record
 */
export function withRecordAt(text: string, line: number, record: WrittenRecord): string {
  const item = recordItems(text).find((one) => one.line === line);
  if (!item) return text;
  const indent = /^ */.exec(text.slice(item.start))![0];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const written = yamlOf(record, false)
    .split('\n')
    .map((one) => indent + one + newline)
    .join('');
  return text.slice(0, item.start) + written + text.slice(item.end);
}

/** The record at a line as it is written, without the end of its last line; undefined where there is none. */
export function writtenRecord(text: string, line: number): string | undefined {
  const item = recordItems(text).find((one) => one.line === line);
  return item && text.slice(item.start, item.end).trimEnd();
}
