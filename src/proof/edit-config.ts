/** Sets facts of `issue.yaml`: its text and the facts in, its text with them out; comments, order and blank lines stay. */
import { isMap, isScalar, isSeq, parseDocument, type Document, type Pair } from 'yaml';
import { messages } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import { chineseKeys } from '../stages/acquire/chinese-keys.js';

/**
 * @param text of the file; empty where there is none
 * @param file its name for messages
 * @param facts by their English keys; an empty one is taken out
 * @throws Misuse where the file is no map in block style
 */
export function withFacts(text: string, file: string, facts: Readonly<Record<string, string | string[]>>): string {
  const doc = parseDocument(text, { schema: 'failsafe', keepSourceTokens: true });
  if (doc.contents !== null && (!isMap(doc.contents) || doc.contents.flow || doc.errors.length > 0))
    throw new Misuse({ file, reason: messages.proof.notWhole });
  let next = text;
  for (const [key, value] of Object.entries(facts)) next = withFact(next, key, value);
  return next;
}

/** One fact at a time, by its place in the text: what stands round it keeps every character. */
function withFact(text: string, key: string, value: string | string[]): string {
  const doc = parseDocument(text, { schema: 'failsafe' });
  const pair = pairOf(doc, key);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const isEmpty = value.length === 0 || value === '';
  if (!pair) {
    if (isEmpty) return text;
    const head = text === '' || text.endsWith('\n') ? text : text + newline;
    return `${head}${nameFor(doc, key)}: ${written(value)}${newline}`;
  }
  const [from, to] = valueRange(pair, text);
  if (!isEmpty) {
    const gap = /\s$/.test(text.slice(0, from)) ? '' : ' ';
    const tail =
      /^[^\S\n]*#/.test(text.slice(to)) || text.slice(to, to + 1) === '\n' || to >= text.length ? '' : newline;
    return `${text.slice(0, from)}${gap}${written(value)}${tail}${text.slice(to)}`;
  }
  const start = text.lastIndexOf('\n', (pair.key as { range: [number] }).range[0] - 1) + 1;
  const end = text.indexOf('\n', to);
  return text.slice(0, start) + (end < 0 ? '' : text.slice(end + 1));
}

/** The pair of a key, by its English name or one of its Chinese ones. */
function pairOf(doc: Document, key: string): Pair | undefined {
  if (!isMap(doc.contents)) return undefined;
  return doc.contents.items.find((pair) => {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    return name === key || chineseKeys[name] === key;
  });
}

/** A file that speaks Chinese gets its new keys in Chinese. */
function nameFor(doc: Document, key: string): string {
  const names = isMap(doc.contents)
    ? doc.contents.items.map((pair) => (isScalar(pair.key) ? String(pair.key.value) : ''))
    : [];
  if (!names.some((name) => name in chineseKeys)) return key;
  return Object.entries(chineseKeys).find(([, english]) => english === key)?.[0] ?? key;
}

/** Offsets of a value, a comment behind it left out; right behind the colon where there is none. */
function valueRange(pair: Pair, text: string): [from: number, to: number] {
  const range = (pair.value as { range?: [number, number, number] } | null)?.range;
  const keyEnd = (pair.key as { range: [number, number, number] }).range[1];
  const colon = text.indexOf(':', keyEnd) + 1;
  if (!range || range[0] === range[1]) return [colon, colon];
  const raw = text.slice(range[0], range[1]);
  const trimmed = raw.trimEnd();
  // a list in block style begins on the next line
  const from = isSeq(pair.value) && !pair.value.flow ? colon : range[0];
  return [from, range[0] + trimmed.length];
}

/** Words as a scalar, in quotation marks only where they need them; several as a list on the line. */
function written(value: string | string[]): string {
  if (Array.isArray(value)) return `[${value.map((one) => scalar(one, true)).join(', ')}]`;
  return scalar(value, false);
}

function scalar(words: string, inList: boolean): string {
  const line = words.replace(/\s*\n\s*/g, ' ').trim();
  const isPlain =
    line !== '' &&
    !/^[\s\-?:,[\]{}#&*!|>'"%@`]|:\s|\s#|:$/.test(line) &&
    !/[：]/.test(line) &&
    (!inList || !/[,[\]{}]/.test(line));
  return isPlain ? line : JSON.stringify(line);
}
