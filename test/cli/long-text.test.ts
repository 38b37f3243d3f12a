import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../temporary-folder.js';
import { runCli } from './run-cli.js';

test('20 MB of text are looked over', async (t) => {
  const cwd = await temporaryFolder(t);
  const paragraph = '胶泥刻字，薄如钱唇，每字为一印，火烧令坚。先设一铁板，其上以松脂、腊和纸灰之类冒之。\n\n';
  await writeFile(
    path.join(cwd, 'long.txt'),
    `活字的道理\n\n${paragraph.repeat(Math.ceil(20e6 / Buffer.byteLength(paragraph)))}`,
  );
  const { code, stderr } = await runCli(cwd, ['check', 'long.txt']);
  assert.equal(code, 0, stderr);
});
