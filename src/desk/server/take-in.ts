/** Takes in what was dropped on an empty desk: files and facts in, the folder of a new issue out. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asciiName, Misuse, withFacts } from '../../index.js';
import { messages } from '../../messages/index.js';

/** What an issue may hold beside texts. */
const wanted = /\.(?:txt|md|markdown|pdf|png|jpe?g|gif|webp|yaml)$/i;

/**
 * Nothing is overwritten: an issue of the same name gets a number.
 *
 * @param form `files`, each with its path as its name; `facts` as JSON
 * @throws Misuse where no file can be taken
 */
export async function takeIn(form: FormData, cwd: string): Promise<{ slug: string; folder: string }> {
  const files = form.getAll('files').filter((one) => typeof one !== 'string');
  const named = files.flatMap((file) => {
    const place = placeOf(file.name);
    return place !== undefined && wanted.test(place) ? [{ place, file }] : [];
  });
  if (named.length === 0) throw new Misuse({ reason: messages.desk.nothingToTake });
  const facts = factsIn(form.get('facts'));
  const slug = asciiName([facts.journal ?? facts.title, facts.year, facts.number].filter(Boolean).join(' ')) || 'issue';
  const folder = await freshFolder(cwd, slug);
  const shared = sharedFolder(named.map(({ place }) => place));
  for (const { place, file } of named) {
    const target = path.join(folder, place.slice(shared.length));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, new Uint8Array(await file.arrayBuffer()), { flag: 'wx' });
  }
  const has = (name: string): boolean => named.some(({ place }) => place.slice(shared.length) === name);
  if (!has('issue.yaml'))
    await writeFile(path.join(folder, 'issue.yaml'), withFacts('', 'issue.yaml', facts), { flag: 'wx' });
  return { slug: path.basename(folder), folder };
}

/** The path of a file within its issue: none leads out of it or is hidden. */
function placeOf(name: string): string | undefined {
  const parts = name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.some((part) => part.startsWith('.') || /[\0:]/.test(part))) return undefined;
  return parts.join('/');
}

/** The folder that all files came in, with its slash. */
function sharedFolder(places: readonly string[]): string {
  const [first = ''] = places;
  const folder = first.slice(0, first.indexOf('/') + 1);
  return folder !== '' && places.every((place) => place.startsWith(folder)) ? folder : '';
}

async function freshFolder(cwd: string, slug: string): Promise<string> {
  const taken = new Set(await readdir(cwd));
  let name = slug;
  for (let n = 2; taken.has(name); n++) name = `${slug}-${n}`;
  const folder = path.join(cwd, name);
  await mkdir(folder);
  return folder;
}

function factsIn(said: File | string | null): Record<string, string> {
  const facts: unknown = typeof said === 'string' ? JSON.parse(said) : {};
  return Object.fromEntries(
    Object.entries(facts as object).flatMap(([key, value]) =>
      /^[a-zA-Z]+$/.test(key) && typeof value === 'string' && value.trim() !== '' ? [[key, value.trim()]] : [],
    ),
  );
}
