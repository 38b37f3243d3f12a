/** A Japanese text in Shift_JIS and the notation of Aozora Bunko: both editions show its ruby, and hold the same words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import JSZip from 'jszip';
import { findIssues } from '../../src/stages/acquire/index.js';
import { makeIssue } from '../../src/pipeline/make-issue.js';
import { findingsOf } from '../../src/publish/findings.js';
import { temporaryFolder } from '../temporary-folder.js';

const text = [
  '銀の活字',
  '山田花子',
  '',
  '［＃５字下げ］一［＃「一」は中見出し］',
  '',
  '　活字《かつじ》を拾《ひろ》い、春の｜東京の街《とうきょうのまち》を歩いた。',
  '　承《うけたまわ》る［＃「承る」に傍点］と言い、浮雲似［＃二］故丘［＃一］と書く。',
  `　${'読《よ》み書《か》きの稽古《けいこ》をする。'.repeat(12)}`,
  '　紋附だとか［＃「紋附だとか」は底本では「絞附だとか」］を着た。',
  '',
  '底本：「活字全集」活字書房',
].join('\r\n');

test('ruby, notes and the colophon of the source stand in both editions', async (t) => {
  const folder = await temporaryFolder(t, { 'gin.txt': iconv.encode(text, 'shift_jis') });
  const [source] = await findIssues(['gin.txt'], folder);
  const made = await makeIssue(source!, { formats: ['epub', 'pdf'], cwd: folder, sourceDateEpoch: 0 });
  assert.deepEqual(
    findingsOf(made.files).map(({ reason }) => reason),
    [],
  );
  assert.equal(made.raws[0]!.encoding, 'shift_jis');
  assert.equal(made.edition!.meta.language, 'ja');
  assert.deepEqual(
    made.outputs.map(({ format }) => format),
    ['epub', 'pdf'],
  );
  const zip = await JSZip.loadAsync(made.outputs[0]!.bytes);
  const [chapter] = zip.file(/text\/yin-huo-zi\.xhtml$/u);
  const html = await chapter!.async('string');
  assert.match(html, /<ruby>活字<rt>かつじ<\/rt><\/ruby>を/u);
  assert.match(html, /<ruby>東京の街<rt>とうきょうのまち<\/rt><\/ruby>/u);
  assert.match(html, /<em><ruby>承<rt>うけたまわ<\/rt><\/ruby>る<\/em>/u);
  assert.match(html, /似<sub>二<\/sub>故丘<sub>一<\/sub>/u);
  assert.match(html, /底本：「活字全集」活字書房/u);
  assert.match(html, /「紋附だとか」は底本では「絞附だとか」/u);
});
