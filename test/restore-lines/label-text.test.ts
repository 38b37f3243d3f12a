/** One labelling of a whole text: witnesses vote in any order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clean } from '../../src/stages/clean/index.js';
import { parse } from '../../src/stages/parse/index.js';
import { readText } from '../../src/stages/restore/label-lines.js';
import { labelText } from '../../src/stages/restore/roles/label-text.js';
import { witnesses } from '../../src/stages/restore/roles/witnesses/index.js';
import { rawText } from '../cases/raw-text.js';

const input = `雨巷
文／沈一

楔子

雨从傍晚下起，一直没有停过，巷子里一个人也没有，只有屋檐下的水声。

第廿一章　旧纸

他把旧纸一张一张理好，压在石板底下，又去院子里看了看天色。

第廿二章　新墨

新墨是去年冬天做的，已经干透，敲上去有金石的声音，他很满意。
`;

test('restore/roles: the order of witnesses does not matter', () => {
  const tree = parse(clean(rawText(input)));
  const text = readText(tree.root.children, tree.survey);
  const rolesBy = (order: typeof witnesses) => labelText(text, order).map(({ role, margin }) => [role, margin]);
  const expected = rolesBy(witnesses);
  assert.deepEqual(rolesBy(witnesses.toReversed()), expected);
  for (let shift = 1; shift < witnesses.length; shift++)
    assert.deepEqual(rolesBy([...witnesses.slice(shift), ...witnesses.slice(0, shift)]), expected);
  assert.deepEqual(
    expected.map(([role]) => role),
    ['title', 'byline', 'heading', 'text', 'heading', 'text', 'heading', 'text'],
  );
});
