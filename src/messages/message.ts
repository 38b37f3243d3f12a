/**
 * A message as a value: which one it is and what it is about. Its sentence is made where a person reads it.
 */

/** Something that a sentence is made with; a message among them is worded in the language of its sentence. */
export type Argument = string | number | boolean | null | undefined | Message | readonly Argument[] | ArgumentGroup;
interface ArgumentGroup {
  readonly [name: string]: Argument;
}

/** `id` is its path in a set of messages, as `restore.hole`. */
export interface Message {
  readonly id: string;
  readonly args: readonly Argument[];
}

/** A set of messages, by section: sentences, and functions that make them. */
export interface Sentences {
  readonly [name: string]: string | Sentences | ((...args: never[]) => string);
}

/** The same set, where each entry gives the message instead of its sentence. */
export type Catalogue<Set> = {
  readonly [Name in keyof Set]: Set[Name] extends (...args: infer Args) => string
    ? (...args: { [Index in keyof Args]: OrMessage<Args[Index]> }) => Message
    : Set[Name] extends string
      ? Message
      : Catalogue<Set[Name]>;
};

/** Where any words may stand, words that differ by language may. */
type OrMessage<Arg> = string extends Arg
  ? Arg | Message
  : [Arg] extends [readonly string[]]
    ? readonly (string | Message)[]
    : Arg;

/** Makes the catalogue of a set. */
export function catalogueOf<Set extends Sentences>(set: Set, path = ''): Catalogue<Set> {
  const entries = Object.entries(set).map(([name, entry]) => {
    const id = path ? `${path}.${name}` : name;
    if (typeof entry === 'string') return [name, { id, args: [] } satisfies Message];
    if (typeof entry === 'function') return [name, (...args: Argument[]): Message => ({ id, args })];
    return [name, catalogueOf(entry, id)];
  });
  return Object.fromEntries(entries) as Catalogue<Set>;
}

/**
 * The sentence of a message.
 *
 * @throws Error for a message that the set does not hold
 */
export function sentenceIn(set: Sentences, { id, args }: Message): string {
  const entry = id.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], set);
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'function') throw new Error(`no message has the id ${id}`);
  return (entry as (...worded: unknown[]) => string)(...args.map((arg) => wordedIn(set, arg)));
}

function wordedIn(set: Sentences, arg: Argument): unknown {
  if (Array.isArray(arg)) return arg.map((one: Argument) => wordedIn(set, one));
  return isMessage(arg) ? sentenceIn(set, arg) : arg;
}

export function isMessage(arg: unknown): arg is Message {
  return typeof arg === 'object' && arg !== null && 'id' in arg && 'args' in arg;
}
