/** What benches measure: places of texts in, folders to build out. */
import { copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

/** The raw texts of files and folders, in order. */
export async function textsOf(places: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    places.map(async (place): Promise<string[]> => {
      const path = resolve(place);
      if ((await stat(path)).isFile()) return [path];
      const names = (await readdir(path)).filter((name) => /\.(?:txt|md|markdown)$/.test(name));
      return names.sort().map((name) => join(path, name));
    }),
  );
  return lists.flat();
}

/** A folder in `base` that holds the texts some times over, as an issue. */
export async function multiplied(texts: readonly string[], times: number, base: string): Promise<string> {
  const folder = join(base, `times-${times}-${texts.length}`);
  await mkdir(folder, { recursive: true });
  for (let k = 0; k < times; k++) {
    for (const text of texts) await copyFile(text, join(folder, `${String(k).padStart(2, '0')}-${basename(text)}`));
  }
  await writeFile(join(folder, 'issue.yaml'), 'title: 量\njournal: 量\n');
  return folder;
}

/** A table in Markdown; the first row is its head. */
export function table([head, ...rows]: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [line(head!), line(head!.map(() => '---')), ...rows.map(line)].join('\n');
}
