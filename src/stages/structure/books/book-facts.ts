/** Reads what the opening of a book says of it: blocks in, title, people and facts out, every word accounted for. */
import type { RootContent, Yaml } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parse } from 'yaml';
import { say } from '../../../diagnostics/index.js';
import { messages } from '../../../messages/index.js';
import type { Contributor, TextTree } from '../../../model/index.js';
import { bookLabelOf, bookPeople, withoutTitleMarks } from '../../../vocabulary/books/opening-lines.js';
import { dataOf, spanOf } from '../../restore/blocks.js';
import { roleOf, setAside } from '../split-articles.js';

/** What is known of a book. */
export interface BookFacts {
  title?: string;
  subtitle?: string;
  contributors: Contributor[];
  publisher?: string;
  series?: string;
  description?: string;
  subjects: string[];
  isbn?: string;
  date?: string;
}

const rule = 'structure:book';

/** Reads the blocks of an opening; all of them are set aside, for the book's own pages say it. */
export function readFacts(blocks: readonly RootContent[], tree: TextTree, facts: BookFacts): void {
  for (const node of blocks) {
    const text = toString(node).trim();
    const role = roleOf(node);
    setAside(node, tree, rule);
    if (role === 'book-title') {
      const { people } = dataOf(node);
      const words =
        people === undefined
          ? text
          : (/^《[^》]*》/u.exec(text)?.[0] ?? text.replace(/[ 　]*[（(]?(?:作者|著者)[：:].*$/u, ''));
      facts.title ??= withoutTitleMarks(words);
      if (people !== undefined) addPeople(facts, bookPeople(people, true) ?? [{ name: people, role: 'author' }]);
    } else if (role === 'book-subtitle')
      facts.subtitle ??= text.replace(/^(?:—|－|-)+/u, '').replace(/^[（(](.*)[）)]$/u, '$1');
    else if (role === 'book-byline') addPeople(facts, bookPeople(text, true) ?? []);
    else if (role === 'book-fact') readFact(text, node, tree, facts);
  }
}

function readFact(text: string, node: RootContent, tree: TextTree, facts: BookFacts): void {
  const label = bookLabelOf(text);
  const value = text.slice(label?.length ?? 0).trim();
  if (!label || value === '') return;
  const role = { people: 'author', translator: 'translator', editor: 'editor' } as const;
  switch (label.fact) {
    case 'title':
      facts.title = withoutTitleMarks(value);
      break;
    case 'people':
    case 'translator':
    case 'editor': {
      const as = role[label.fact];
      const people = bookPeople(value, true) ?? [{ name: value, role: as }];
      addPeople(
        facts,
        people.map((one) => (one.role === 'author' ? { ...one, role: as } : one)),
      );
      break;
    }
    case 'publisher':
      facts.publisher ??= value;
      break;
    case 'series':
      facts.series ??= withoutTitleMarks(value);
      break;
    case 'subjects':
      facts.subjects.push(...value.split(/[ 　、，,；;|/]+/u).filter(Boolean));
      break;
    default:
      say(tree.raw, 'remark', rule, messages.books.headerFacts(text), spanOf(node));
  }
}

/** Each person once. */
export function addPeople(facts: BookFacts, people: readonly Contributor[]): void {
  for (const person of people)
    if (!facts.contributors.some(({ name, role }) => name === person.name && role === person.role))
      facts.contributors.push(person);
}

/** The metadata block of a file that is, or begins, a book: what it says is told, and the block set aside. */
export function factsOfMatter(node: Yaml): (Partial<BookFacts> & { contributors: Contributor[] }) | undefined {
  let data: unknown;
  try {
    data = parse(node.value.replace(/^---|(?:---|\.\.\.)\s*$/gu, ''));
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const said = data as Record<string, unknown>;
  const words = (key: string): string | undefined =>
    typeof said[key] === 'string' || typeof said[key] === 'number' ? String(said[key]).trim() || undefined : undefined;
  const titled = Array.isArray(said.title) ? said.title.find((one) => isGroup(one) && one.type === 'main') : undefined;
  const title = words('title') ?? (isGroup(titled) && typeof titled.text === 'string' ? titled.text : undefined);
  const contributors = [
    ...peopleOf(said.authors ?? said.author ?? said.creator, 'author'),
    ...peopleOf(said.translator ?? said.translators, 'translator'),
    ...peopleOf(said.editor ?? said.editors, 'editor'),
  ];
  const subjects = [said.subjects ?? said.subject ?? said.tags ?? said.keywords ?? []].flat().map(String);
  const [subtitle, publisher, series, description] = [
    words('subtitle'),
    words('publisher'),
    words('series'),
    words('description'),
  ];
  return {
    ...(title !== undefined && { title }),
    ...(subtitle !== undefined && { subtitle }),
    ...(publisher !== undefined && { publisher }),
    ...(series !== undefined && { series }),
    ...(description !== undefined && { description }),
    subjects,
    contributors,
  };
}

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const roles: Record<string, Contributor['role']> = {
  translator: 'translator',
  trl: 'translator',
  editor: 'editor',
  edt: 'editor',
};

function peopleOf(said: unknown, role: Contributor['role']): Contributor[] {
  return [said ?? []].flat().flatMap((one): Contributor[] => {
    if (isGroup(one)) {
      const name = one.name ?? one.text;
      return typeof name === 'string' ? [{ name: name.trim(), role: roles[String(one.role)] ?? role }] : [];
    }
    const words = String(one).trim();
    const people = words === '' ? [] : (bookPeople(words, true) ?? [{ name: words, role }]);
    return people.map((person) => (person.role === 'author' ? { ...person, role } : person));
  });
}
