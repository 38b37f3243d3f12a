import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import type { RootContent } from 'mdast';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { encodePng } from '../../src/stages/typeset/epub/cover/png.js';
import { temporaryFolder } from '../temporary-folder.js';
import { articleOf, issueOf, paragraph, text } from './issue-fixture.js';

const png = await encodePng(3, 2, new Uint8Array(6), [[200, 10, 10]]);

async function compose(t: TestContext, url: string, alt = '一匹马') {
  const folder = await temporaryFolder(t, {
    'secret.png': png,
    'issue/text.md': '',
    'issue/pictures/马 1.png': png,
    'issue/pictures/same.png': png,
    'issue/no.png': 'not a picture',
    'issue/evil.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
  });
  await symlink(path.join(folder, 'secret.png'), path.join(folder, 'issue/link.png'));
  const image = { type: 'image', url, alt, position: undefined } as never;
  const body: RootContent[] = [
    { type: 'paragraph', children: [image] },
    { ...paragraph('图 1 马'), data: { caption: 'figure' } } as RootContent,
    { ...paragraph('资料来源：自摄。'), data: { source: true } } as RootContent,
    { type: 'paragraph', children: [text('行内'), image] },
  ];
  const article = articleOf('题', body);
  article.raw.path = path.join(folder, 'issue/text.md');
  const edition = composeEdition(issueOf([article]));
  const document = edition.documents.find(({ kind }) => kind === 'article')!;
  return { edition, markup: toHtml({ type: 'root', children: document.body }), messages: article.raw.file.messages };
}

test('a picture of the folder is carried once and set with its caption', async (t) => {
  const { edition, markup, messages } = await compose(t, 'pictures/%E9%A9%AC%201.png');
  assert.deepEqual(messages, []);
  assert.equal(edition.pictures.length, 1);
  const [{ src, mediaType, width, height }] = edition.pictures as [(typeof edition.pictures)[0]];
  assert.match(src, /^images\/ma-1-[0-9a-f]{8}\.png$/);
  assert.deepEqual([mediaType, width, height], ['image/png', 3, 2]);
  const img = `<img src="${src}" alt="一匹马" width="3" height="2">`;
  assert.ok(
    markup.includes(
      `<figure class="picture">${img}<figcaption>图 1 马</figcaption></figure><p class="source">资料来源：自摄。</p><p>行内${img}</p>`,
    ),
    markup,
  );
});

for (const [what, url] of [
  ['remote', 'https://example.org/a.png'],
  ['protocol-relative', '//example.org/a.png'],
  ['data', 'data:image/png;base64,AAAA'],
  ['file', 'file:///etc/passwd'],
  ['above the folder', '../secret.png'],
  ['linked out of the folder', 'link.png'],
  ['absolute', '/etc/passwd'],
  ['absent', 'none.png'],
  ['the folder itself', '.'],
  ['no picture', 'no.png'],
  ['SVG', 'evil.svg'],
] as const) {
  test(`a picture that is ${what} leaves its words and a warning`, async (t) => {
    const { edition, markup, messages } = await compose(t, url);
    assert.deepEqual(edition.pictures, []);
    assert.ok(!markup.includes('<img'));
    assert.ok(markup.includes('<span class="picture-missing">［图：一匹马］</span><figcaption>图 1 马</figcaption>'));
    assert.deepEqual(
      messages.map(({ ruleId, fatal }) => [ruleId, fatal]),
      [
        ['picture', false],
        ['picture', false],
      ],
    );
  });
}
