/** Reads the people of an article from its bylines: names, what they did, where they work. */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { Contributor, TextTree } from '../../model/index.js';
import {
  affiliationsOf,
  affiliationWord,
  isAffiliation,
  isPlaces,
  placeBeside,
} from '../../vocabulary/affiliations.js';
import { isByline, peopleOf, type NamedPerson } from '../../vocabulary/people.js';
import { spanOf } from '../restore/blocks.js';
import { keepWords } from './keep-words.js';

const rule = 'structure:byline';
/** A longer one holds the place where its bearer works, too. */
const longestName = 8;

/** @param lines of names and of the places where those people work */
export function readPeople(lines: RootContent[], tree: TextTree): Contributor[] {
  const people: NamedPerson[] = [];
  const numbered = new Map<number, string>();
  const accounted = new Set<NamedPerson>(); // whose place stands behind the name
  const alone: string[] = []; // places where nobody is said to work
  const places = lines.filter((line) => isOfPlaces(toString(line)) && !placeBeside(toString(line).trim()));
  // 青溪大学 above 沈一: each place stands above those who work there
  const above = lines.length > 1 && places.includes(lines[0]!) && !places.includes(lines.at(-1)!);
  let placeAbove: string | undefined;
  for (const line of lines) {
    const text = toString(line).trim();
    const beside = placeBeside(text);
    if (beside) {
      const { name, affiliation } = beside;
      account([line], [name, affiliation], tree);
      const person: NamedPerson = { name, role: 'author', places: [], affiliation };
      people.push(person);
      accounted.add(person);
      continue;
    }
    if (!places.includes(line)) {
      const named = peopleOf(text);
      account(
        [line],
        named.flatMap(({ name, affiliation = '' }) => [name, affiliation]),
        tree,
      );
      people.push(...named);
      for (const person of named) {
        if (person.affiliation !== undefined) accounted.add(person);
        else if (placeAbove !== undefined) person.affiliation = placeAbove;
      }
      continue;
    }
    if (above) {
      placeAbove = text;
      continue;
    }
    const said = placesFor(people.length, text);
    // without numbers on the names, the places stand in the order of the people
    const inOrder =
      said.size > 1 && said.size === people.length && people.every((person) => person.places.length === 0);
    if (inOrder) [...said.values()].forEach((place, i) => (people[i]!.affiliation ??= place));
    else
      for (const [number, place] of said) {
        const without = people.filter(({ affiliation, places }) => affiliation === undefined && places.length === 0);
        if (number > 0 && people.some((person) => person.places.includes(number))) numbered.set(number, place);
        // one place below several names is that of all
        else if (without.length > 0) for (const person of without) person.affiliation = place;
        else alone.push(place);
      }
  }
  for (const person of people) {
    const of = person.places.flatMap((number) => numbered.get(number) ?? []);
    if (of.length > 0) person.affiliation = of.join('；');
  }
  people.push(...alone.map((name): NamedPerson => ({ name, role: 'author', places: [] })));
  // whoever has so long a name has something beside it
  const long = people
    .filter(({ name, affiliation }) => isLong(name) && affiliation !== undefined)
    .map(({ name }) => name);
  for (const name of [...alone.filter((one) => one.length > longestName), ...long])
    say(tree.raw, 'warning', rule, messages.structure.nameAndPlace(name), spanOf(lines[0]!));
  account(
    places,
    [...alone, ...people.flatMap((person) => (accounted.has(person) ? [] : (person.affiliation ?? [])))],
    tree,
  );
  return people.map(({ name, role, affiliation }) => ({
    name,
    role,
    ...(affiliation !== undefined && { affiliation }),
  }));
}

/** A name in Han of so many signs is more than a name; one with a dot or in other letters may be long. */
function isLong(name: string): boolean {
  return name.length > longestName && !/[·•・（(\p{Script=Latin}\p{Script=Cyrillic}]/u.test(name);
}

function isOfPlaces(text: string): boolean {
  return !isByline(text) && (isAffiliation(text) || isPlaces(text));
}

/** The places of a line by their numbers; without numbers, in the order of so many people where each has one. */
function placesFor(people: number, text: string): Map<number, string> {
  const said = affiliationsOf(text);
  if (isPlaces(text)) return said.size === people ? said : new Map([[0, text]]);
  const inner = said.size === 1 ? (said.get(0) ?? '') : '';
  const each = inner.split(/\s*[；;]\s*/u);
  const inOrder = people > 1 && each.length === people && each.every((place) => affiliationWord.test(place));
  return inOrder ? new Map(each.map((place, i) => [i + 1, place])) : said;
}

/** A place where several people work is told of each of them. */
function account(lines: RootContent[], told: string[], tree: TextTree): void {
  const repeated = keepWords(lines, told, tree, rule);
  if (lines.length === 0 || repeated === '') return;
  const span = { start: lines[0]!.position!.start.offset!, end: lines.at(-1)!.position!.end.offset! };
  tree.ledger.changes.push({ rule, law: 'letters', before: '', after: repeated, span, file: tree.raw.name });
}
