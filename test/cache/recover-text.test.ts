import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { readRawText } from '../../src/stages/acquire/index.js';
import type { Remember } from '../../src/cache/remember.js';
import { packageFolder } from '../../src/system/locations.js';
import type { RawText } from '../../src/model/index.js';
import { recoverText } from '../../src/pipeline/recover-text.js';

/** Keeps by what the result depends on, and counts the work. */
class Memory {
  readonly kept = new Map<string, Uint8Array>();

  readonly remember: Remember = async (work, on, make) => {
    const key = JSON.stringify([work, ...on]);
    if (!this.kept.has(key)) this.kept.set(key, await make());
    return this.kept.get(key)!;
  };
}

const saidOf = ({ file }: RawText) => file.messages.map((message) => ({ ...message, words: String(message) }));

const folder = path.join(packageFolder, 'source/yinshua-shihua');
const names = (await readdir(folder)).filter((name) => name.endsWith('.txt'));

for (const name of names) {
  test(`${name} is recovered once, and its tree, ledger and messages are the same the second time`, async () => {
    const { kept, remember } = new Memory();
    const stages: string[] = [];
    const read = async (measure?: number) => {
      const raw = await readRawText(path.join(folder, name), { cwd: folder });
      const said = { file: name, ...(measure !== undefined && { measure }) };
      const tell = (stage: string) => Promise.resolve(void stages.push(stage));
      const { survey, ledger, root } = await recoverText(raw, said, tell, remember);
      return { survey, ledger, root, said: saidOf(raw) };
    };
    const first = await read();
    assert.deepEqual(stages, ['clean', 'parse', 'restore']);
    assert.deepEqual(await read(), first);
    assert.equal(stages.length, 3);
    assert.equal(kept.size, 1);
    // what a person says of the text makes another tree
    await read(30);
    assert.equal(kept.size, 2);
  });
}
