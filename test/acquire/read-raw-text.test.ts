import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import iconv from 'iconv-lite';
import { readRawText } from '../../src/stages/acquire/index.js';
import { Misuse } from '../../src/messages/misuse.js';
import { temporaryFolder } from '../temporary-folder.js';

const simplified =
  '活字印刷的历史可以追溯到北宋。毕昇发明泥活字，见于《梦溪笔谈》。\r\n第二段，有英文 type 和数字 1040。\n';
const traditional = '活字印刷的歷史可以追溯到北宋。畢昇發明泥活字，見於《夢溪筆談》。\n這是第二段，說的是後來的事。\n';
const japanese = '活版印刷の歴史は十五世紀にさかのぼる。日本では、きりしたん版が知られている。\n';

async function read(t: TestContext, bytes: Uint8Array, encoding?: string) {
  const cwd = await temporaryFolder(t, { 'text.txt': bytes });
  return readRawText(path.join(cwd, 'text.txt'), { cwd, encoding });
}

const fatal = (raw: Awaited<ReturnType<typeof read>>): string[] =>
  raw.file.messages
    .filter((message) => message.fatal)
    .map((message) => `${message.line ?? ''}:${message.ruleId}: ${message.reason}`);

for (const [name, text, encodings] of [
  ['simplified', simplified, ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']],
  ['traditional', traditional, ['utf-8', 'big5', 'gb18030', 'utf-16le']],
  ['japanese', japanese, ['utf-8', 'shift_jis', 'euc-jp']],
] as const) {
  for (const encoding of encodings) {
    test(`${name} text in ${encoding} is read as it is`, async (t) => {
      const raw = await read(t, iconv.encode(text, encoding));
      assert.deepEqual(raw.file.messages, []);
      assert.equal(raw.text, text);
      assert.equal(raw.encoding, encoding);
    });
  }
}

test('byte order marks decide and do not stand in the text', async (t) => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
    const raw = await read(t, iconv.encode(simplified, encoding, { addBOM: true }));
    assert.equal(raw.text, simplified);
    assert.equal(raw.encoding, encoding);
  }
});

test('rare characters beyond the basic plane survive in gb18030', async (t) => {
  const text = `${simplified}𠀀㐂与𰻝\n`;
  assert.equal((await read(t, iconv.encode(text, 'gb18030'))).text, text);
});

test('a raw text carries its name, size and digest', async (t) => {
  const bytes = Buffer.from(simplified);
  const raw = await read(t, bytes);
  assert.equal(raw.name, 'text.txt');
  assert.equal(raw.bytes, bytes.length);
  assert.equal(raw.digest, createHash('sha256').update(bytes).digest('hex'));
  assert.equal(raw.file.path, 'text.txt');
});

test('an encoding that issue.yaml names wins', async (t) => {
  const bytes = iconv.encode('測試', 'big5');
  assert.equal((await read(t, bytes, 'Big5')).text, '測試');
  const wrong = await read(t, Buffer.from(`\n${simplified}`), 'gb18030');
  assert.match(fatal(wrong)[0]!, /^2:decodes: The bytes .* are no gb18030 text: state another "encoding"/);
});

test('bytes that fit no encoding are named with their line', async (t) => {
  const spoilt = Buffer.concat([Buffer.from(`${simplified}好`), Buffer.from([0xff, 0x41]), Buffer.from(simplified)]);
  assert.match(
    fatal(await read(t, spoilt))[0]!,
    /^3:decodes: The bytes FF 41 E6 B4 are no utf-8 text: state the text's "encoding"/,
  );
});

test('an empty file and a blank one are refused', async (t) => {
  assert.match(fatal(await read(t, Buffer.alloc(0)))[0]!, /^:has-text: The file is empty/);
  assert.match(
    fatal(await read(t, Buffer.from('\uFEFF \n\n\t')))[0]!,
    /^:has-text: The file holds nothing but white space/,
  );
});

for (const [kind, bytes] of [
  ['an OpenDocument file', Buffer.from('PK\x03\x04\n\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.text')],
  ['a ZIP archive', Buffer.from('PK\x03\x04\n\0\0\0\0\0other')],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
  ['a CAJ file', Buffer.from('CAJ\0rest')],
] as const) {
  test(`${kind} is named, with what to do`, async (t) => {
    const [said, ...more] = fatal(await read(t, bytes));
    assert.match(said!, new RegExp(`^:is-text: This is ${kind}, not a text: .{10,}\\.$`));
    assert.deepEqual(more, []);
  });
}

for (const [kind, text] of [
  ['the result of an OCR in XML', '<?xml version="1.0"?><alto xmlns="x"><Layout/></alto>'],
  ['the result of an OCR in XML', '<OCRDATASET><PAGE><LINE STRING="渡口"/></PAGE></OCRDATASET>'],
  ['the result of an OCR in JSON', '[{"type": "text", "text": "渡口", "page_idx": 0}]'],
  ['a JSON document', '{"a": "渡口的账本"}'],
  ['a TEI document', '<?xml version="1.0"?><TEI xmlns="x"><text/></TEI>'],
  ['an XML document', '<?xml version="1.0"?><book/>'],
  ['a LaTeX document', '\\documentclass{ctexart}\n\\begin{document}渡口'],
  ['a Typst document', '#set page(paper: "a4")\n= 渡口'],
] as const) {
  test(`a notation that is known and not read is named, never printed: ${text.slice(0, 24)}`, async (t) => {
    const [said] = fatal(await read(t, Buffer.from(text)));
    assert.ok(said?.startsWith(`:is-text: This is ${kind}`), said);
  });
}

test('texts that speak of notations are texts', async (t) => {
  for (const text of [
    '# 渡口\n\n用 \\documentclass 开头的是 LaTeX。\n',
    '[1] 渡口的账本。\n',
    '{一}渡口的账本，"厚纸"订成。\n',
    '《<TEI>入门》一书已出版。\n'.replace('<TEI>', 'TEI'),
  ])
    assert.deepEqual(fatal(await read(t, Buffer.from(text))), []);
});

test('other binary files are refused', async (t) => {
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255));
  assert.match(fatal(await read(t, noise))[0]!, /^:is-text: This is a binary file/);
  assert.match(
    fatal(await read(t, Buffer.from('\x01\x02\x03\x04abc\x05'.repeat(50))))[0]!,
    /^:is-text: This is a binary file/,
  );
});

test('a file that is gone or a folder is a misuse', async (t) => {
  const cwd = await temporaryFolder(t);
  await assert.rejects(readRawText(path.join(cwd, 'gone.txt'), { cwd }), Misuse);
  await assert.rejects(readRawText(cwd, { cwd }), /This is a folder/);
});

test('20 MB are read in time that grows with the size', async (t) => {
  const cwd = await temporaryFolder(t);
  const time = async (repeats: number, encoding: string): Promise<number> => {
    const file = path.join(cwd, `${encoding}-${repeats}.txt`);
    await writeFile(file, iconv.encode(simplified.repeat(repeats), encoding));
    const begun = performance.now();
    const raw = await readRawText(file, { cwd });
    assert.equal(raw.encoding, encoding);
    assert.equal(raw.text.length, simplified.length * repeats);
    return performance.now() - begun;
  };
  for (const encoding of ['utf-8', 'gb18030']) {
    const small = await time(20_000, encoding);
    const large = await time(160_000, encoding);
    assert.ok(
      large < 8 * small * 3 + 500,
      `${encoding}: ${small.toFixed()} ms, eight times as much in ${large.toFixed()} ms`,
    );
  }
});
