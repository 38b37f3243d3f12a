/** Writes three files that belong together into a folder, generation after generation, until it is killed. */
import { writeWhole } from '../../src/publish/write-whole.js';

const [folder] = process.argv.slice(2) as [string];
process.stdout.write('ready\n');
for (let generation = 1; ; generation++) {
  const bytes = `${generation}\n`.repeat(2_000 + (generation % 7) * 3_000);
  const files = ['a.epub', 'b.pdf', 'c.report.json'].map((name) => ({ name, bytes }));
  await writeWhole(folder, 'out', 'edition', files);
}
