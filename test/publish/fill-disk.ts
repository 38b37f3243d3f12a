/** Writes an edition to a small disk and then one that does not fit; prints what was said of it and what is left. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Misuse } from '../../src/messages/misuse.js';
import { writeWhole } from '../../src/publish/write-whole.js';

const [folder] = process.argv.slice(2) as [string];
const files = (bytes: string) => ['a.epub', 'b.pdf'].map((name) => ({ name, bytes }));
await writeWhole(folder, 'out', 'edition', files('old'));
const reason = await writeWhole(folder, 'out', 'edition', files('new'.repeat(12_000))).then(
  () => 'written',
  (error: unknown) => (error instanceof Misuse ? error.complaints[0]!.reason : String(error)),
);
const words = readFileSync(path.join(folder, 'a.epub'), 'utf8');
process.stdout.write(JSON.stringify([reason, readdirSync(folder).sort(), words]));
