/**
 * Reads a YAML file that a person wrote: text and schema in, checked value out, or complaints with their lines.
 *
 * A key without a value is as good as absent. Scalars are not guessed at: see yaml-scalars.
 */
import { closest, distance } from 'fastest-levenshtein';
import { isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document, type YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { isMessage, messages, type Message } from '../../messages/index.js';
import { Misuse, type Fault } from '../../messages/misuse.js';
import { nameValuesInEnglish } from './chinese-values.js';
import { chineseKeys, nameKeysInEnglish, withHalfwidthColons } from './chinese-keys.js';

type Path = readonly PropertyKey[];
type ZodIssue = z.core.$ZodIssue;

/** A value that holds, and the line of each of its parts. */
export interface YamlReading<T> {
  value: T;
  /** Line (from 1) of the part at a path of keys and indices. */
  lineOf(path: Path): number;
}

/**
 * @param written the YAML; its keys may be Chinese
 * @param file its name for messages
 * @param choose the schema for what stands there (a file of unlike records chooses by what each says)
 * @param empty what an empty file stands for
 * @throws Misuse that names every wrong place
 */
export function readYaml<S extends z.ZodType>(
  written: string,
  file: string,
  choose: (plain: unknown) => S,
  empty: unknown,
): YamlReading<z.output<S>> {
  const asWritten = parseDocument(written, { schema: 'failsafe', prettyErrors: false });
  const text = withHalfwidthColons(written, asWritten, (key) => key in chineseKeys || englishKeys.has(key));
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Pick<Fault, 'line' | 'column'> => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    throw new Misuse(document.errors.map((e) => ({ file, ...at(e.pos[0]), reason: yamlFault(e, text) })));
  }
  dropEmpty(document);
  const twice = nameKeysInEnglish(document);
  nameValuesInEnglish(document);
  if (twice.length > 0) {
    const { notYaml, yaml } = messages.acquire;
    throw new Misuse(twice.map(({ key, offset }) => ({ file, ...at(offset), reason: notYaml(yaml.twice(key)) })));
  }
  const offsetOf = (path: Path): number => offsetIn(document, path);
  const said: unknown = document.contents === null || isBlank(document.contents) ? empty : document.toJS();
  const schema = choose(said);
  const checked = schema.safeParse(said);
  if (checked.success) return { value: checked.data, lineOf: (path) => at(offsetOf(path)).line! };
  throw new Misuse(
    checked.error.issues
      .flatMap((issue) => complaints(issue, document, schema))
      .map(({ path, reason }) => ({ file, ...at(offsetOf(path)), reason })),
  );
}

const englishKeys = new Set(Object.values(chineseKeys));

const isBlank = (node: unknown): boolean =>
  isScalar(node) && ['', '~', 'null'].includes(String(node.value)) && node.type === 'PLAIN';

/** Takes out keys without a value: `issn:` alone says that nobody knows it yet. */
function dropEmpty(document: Document): void {
  visit(document, {
    Pair: (_, pair) => (pair.value === null || isBlank(pair.value) ? visit.REMOVE : undefined),
  });
}

/** Where a path begins: at the key for a key of a map, at the item for an item of a list. */
function offsetIn(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const holder = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    if (isMap(holder)) {
      const pair = holder.items.find(
        (item) => isPair(item) && isScalar(item.key) && item.key.value === path[length - 1],
      );
      if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return hasRange(document.contents) ? document.contents.range[0] : 0;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && Array.isArray((node as { range?: unknown }).range);
}

/** What one finding of the schema says to a person. */
function complaints(issue: ZodIssue, document: Document, schema: z.ZodType): { path: Path; reason: Message }[] {
  const { path } = issue;
  const key = String(path.findLast((part) => typeof part === 'string') ?? '');
  const value = path.length > 0 ? document.getIn(path, false) : '';
  const found = typeof value === 'string' ? value : '';
  const { wrongValue, expected } = messages.acquire;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path);
      return issue.keys.map((unknown) => ({
        path: [...path, unknown],
        reason: messages.acquire.unknownKey(unknown, nearest(unknown, known), known),
      }));
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      return [{ path, reason: messages.acquire.notOneOf(key, found, values, nearest(found, values)) }];
    }
    case 'invalid_union':
      return [{ path, reason: wrongValue(key, named(value), expected.wordsOrList) }];
    case 'invalid_type': {
      const type = typeNames[issue.expected] ?? issue.expected;
      if (path.length > 0 && document.getIn(path) === undefined)
        return [{ path: path.slice(0, -1), reason: messages.acquire.missingKey(key, type) }];
      return [
        {
          path,
          reason: key ? wrongValue(key, named(value), type) : messages.acquire.wrongShape(type),
        },
      ];
    }
    case 'custom':
      return [
        { path, reason: isMessage(issue.params) ? issue.params : wrongValue(key, named(value), wanted(issue.message)) },
      ];
    default:
      return [{ path, reason: wrongValue(key, named(value), wanted(issue.message)) }];
  }
}

/** What the schema's types are called in YAML. */
const typeNames: Record<string, Message> = {
  string: messages.acquire.expected.words,
  array: messages.acquire.expected.list,
  object: messages.acquire.expected.keys,
};

/** What a schema wants: it says so by the name of a message. */
function wanted(said: string): Message | string {
  return messages.acquire.expected[said as keyof typeof messages.acquire.expected] ?? said;
}

/** What stands in a place, as a person calls it. */
function named(value: unknown): Message {
  const { words, list, group } = messages.acquire.found;
  if (isMap(value)) return group;
  return Array.isArray((value as { items?: unknown } | undefined)?.items) ? list : words(String(value ?? ''));
}

/** Why a file cannot be read as YAML, in words of ours where the fault is a common one. */
function yamlFault({ code, message, pos: [at] }: YAMLParseError, text: string): Message {
  const { notYaml, yaml } = messages.acquire;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const line = /^.*/.exec(text.slice(lineStart))![0];
  const key = /^[\s-]*([^\s:：]+)\s*[:：]/u.exec(line)?.[1] ?? line.trim();
  if (/^[^:"'#]*：/u.test(line)) return notYaml(yaml.colon(key));
  if (code === 'DUPLICATE_KEY') return notYaml(yaml.twice(key));
  if (code === 'TAB_AS_INDENT') return notYaml(yaml.tab);
  if (code === 'BAD_INDENT') return notYaml(yaml.indent);
  if (code === 'MISSING_CHAR' && /quote/.test(message)) return notYaml(yaml.quote);
  return notYaml(yaml.other(message));
}

/** The known key or value that is likely meant, if one is near. */
function nearest(found: string, known: string[]): string | undefined {
  if (known.length === 0 || found === '') return undefined;
  const low = found.toLowerCase();
  const best = closest(
    low,
    known.map((one) => one.toLowerCase()),
  );
  const one = known.find((candidate) => candidate.toLowerCase() === best)!;
  return distance(low, best) <= Math.max(2, Math.floor(found.length / 3)) ? one : undefined;
}

/** Keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let at: unknown = schema;
  for (const part of path) {
    at = unwrap(at);
    const { shape, element, def } = at as Composite;
    at = typeof part === 'number' ? (element ?? def?.items?.[part]) : shape?.[String(part)];
  }
  return Object.keys((unwrap(at) as { shape?: object })?.shape ?? {});
}

/** What the schemas that hold others show of them. */
interface Composite {
  shape?: Record<string, unknown>;
  element?: unknown;
  def?: { items?: unknown[] };
}

function unwrap(schema: unknown): unknown {
  let at = schema as { def?: { type: string; innerType?: unknown; out?: unknown } } | undefined;
  while (at?.def && (at.def.innerType ?? (at.def.type === 'pipe' && at.def.out)))
    at = (at.def.innerType ?? at.def.out) as typeof at;
  return at;
}
