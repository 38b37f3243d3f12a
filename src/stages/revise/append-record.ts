/** Adds a record to the text of `corrections.yaml`: what stands there stays as it is, comments and spaces included. */
import { isMap, isSeq, parseDocument } from 'yaml';
import { messages } from '../../messages/index.js';
import { Misuse } from '../../messages/misuse.js';
import { yamlOf } from './yaml-of.js';

/**
 * @param text of the file; empty where there is none
 * @param file its name for messages
 * @returns the new text, and the line (from 1) of the record in it
 * @throws Misuse where the file is no list in block style
 */
export function appendRecord(
  text: string,
  file: string,
  record: Record<string, unknown>,
): { text: string; line: number } {
  const { contents } = parseDocument(text);
  const isList = isSeq(contents) && !contents.flow && contents.items.every((item) => isMap(item));
  if (contents !== null && !isList) throw new Misuse({ file, reason: messages.revise.notList });
  const indent = /^[ ]*(?=- )/m.exec(text)?.[0] ?? '';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const head = text === '' || /\n$/.test(text) ? text : text + end;
  const item = yamlOf(record, false)
    .split('\n')
    .map((line) => indent + line);
  return { text: head + item.join(end) + end, line: head.split('\n').length };
}
