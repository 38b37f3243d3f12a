import assert from 'node:assert/strict';
import { test } from 'node:test';
import JSZip from 'jszip';
import type { RootContent } from 'mdast';
import { makeEpub } from '../../src/stages/typeset/epub/index.js';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { encodePng } from '../../src/stages/typeset/epub/cover/png.js';
import { coveredCodePoints } from '../../src/stages/typeset/sfnt.js';
import { temporaryFolder } from '../temporary-folder.js';
import { articleOf, call, fullIssue, issueOf, note, paragraph } from '../typeset-html/issue-fixture.js';
import { epubCheckTs } from './epub-check-ts.js';
import { elements, openBook, words } from './open-book.js';
import { tortureIssue } from './torture-issue.js';

const full = await makeEpub(composeEdition(fullIssue()));

test('the mimetype comes first, stored and bare', () => {
  const head = Buffer.from(full.subarray(0, 58));
  assert.equal(head.readUInt32LE(0), 0x04034b50);
  assert.equal(head.readUInt16LE(8), 0, 'stored');
  assert.equal(head.readUInt16LE(28), 0, 'no extra field');
  assert.equal(head.toString('latin1', 30), 'mimetypeapplication/epub+zip');
});

test('the package has real folders, and nothing in it is named by chance', async () => {
  const { names } = await openBook(full);
  assert.deepEqual(names, [
    'mimetype',
    'META-INF/container.xml',
    'OEBPS/content.opf',
    'OEBPS/nav.xhtml',
    'OEBPS/toc.ncx',
    'OEBPS/text/cover.xhtml',
    'OEBPS/text/copyright.xhtml',
    'OEBPS/text/contents.xhtml',
    'OEBPS/text/english-contents.xhtml',
    'OEBPS/text/diao-ban-yu-huo-zi.xhtml',
    'OEBPS/text/zhi-de-chuan-bo.xhtml',
    'OEBPS/text/bian-hou.xhtml',
    'OEBPS/text/colophon.xhtml',
    'OEBPS/styles/edition.css',
    'OEBPS/fonts/kanben-song.ttf',
    'OEBPS/fonts/kanben-hei.ttf',
    'OEBPS/fonts/kanben-kai.ttf',
    'OEBPS/fonts/kanben-italic.ttf',
    'OEBPS/fonts/OFL-Noto-Serif-SC.txt',
    'OEBPS/fonts/OFL-Noto-Sans-SC.txt',
    'OEBPS/fonts/OFL-LXGW-WenKai.txt',
    'OEBPS/fonts/OFL-Source-Serif-4.txt',
    'OEBPS/cover.png',
  ]);
});

test('the same edition gives the same bytes, and they bear no date of the day', async () => {
  assert.deepEqual(Buffer.from(await makeEpub(composeEdition(fullIssue()))), Buffer.from(full));
  const { files } = await JSZip.loadAsync(full);
  const dates = Object.values(files).map(({ date }) => date.toISOString());
  assert.deepEqual([...new Set(dates)], ['1980-01-01T00:00:00.000Z']);
});

test('a book whose Latin has no emphasis carries no italics', async () => {
  const emphasis = (value: string): RootContent => ({
    type: 'paragraph',
    children: [{ type: 'emphasis', children: [{ type: 'text', value }] }],
  });
  const fontsOf = async (body: RootContent[]) => {
    const { names } = await openBook(await makeEpub(composeEdition(issueOf([articleOf('题', body)]))));
    return names.filter((name) => name.endsWith('.ttf')).map((name) => name.replace(/^.*kanben-|\.ttf$/g, ''));
  };
  assert.deepEqual(await fontsOf([paragraph('See Science and Civilisation.'), emphasis('着重')]), [
    'song',
    'hei',
    'kai',
  ]);
  assert.deepEqual(await fontsOf([emphasis('Science and Civilisation in China')]), ['song', 'hei', 'italic']);
});

test('an article that is inserted changes no other article', async () => {
  const issue = fullIssue();
  issue.articles.splice(1, 0, articleOf('新来', [paragraph('文。', call('n')), note('n', '注。')], { id: 'xin-lai' }));
  const [before, after] = [await openBook(full), await openBook(await makeEpub(composeEdition(issue)))];
  for (const { id } of fullIssue().articles) {
    assert.equal(await after.text(`OEBPS/text/${id}.xhtml`), await before.text(`OEBPS/text/${id}.xhtml`));
  }
});

for (const [name, issue] of [
  ['a journal issue', fullIssue],
  ['the torture book', tortureIssue],
] as const) {
  test(`every link of ${name} resolves, and ids are unique`, async () => {
    const book = await openBook(await makeEpub(composeEdition(issue())));
    const documents = book.names.filter((file) => file.endsWith('.xhtml'));
    const ids = new Map<string, Set<string>>();
    for (const file of documents) {
      const own = elements(await book.tree(file), ({ properties }) => properties.id !== undefined);
      ids.set(file, new Set(own.map(({ properties }) => String(properties.id))));
      assert.equal(ids.get(file)!.size, own.length, file);
    }
    let followed = 0;
    for (const file of documents) {
      for (const { properties } of elements(await book.tree(file), ({ tagName }) =>
        ['a', 'img', 'link'].includes(tagName),
      )) {
        const target = new URL(String(properties.href ?? properties.src), `book:///${file}`);
        if (target.protocol !== 'book:') continue;
        followed += 1;
        const [found, fragment] = [target.pathname.slice(1), target.hash.slice(1)];
        assert.ok(book.names.includes(found), `${file} → ${found}`);
        if (fragment) assert.ok(ids.get(found)!.has(fragment), `${file} → ${found}#${fragment}`);
      }
    }
    assert.ok(followed > 20);
  });

  test(`every note of ${name} pops up, stands after its text, and leads back to each of its calls`, async () => {
    const book = await openBook(await makeEpub(composeEdition(issue())));
    let notes = 0;
    for (const file of book.names.filter((entry) => entry.startsWith('OEBPS/text/'))) {
      const tree = await book.tree(file);
      const calls = elements(tree, ({ properties }) => String(properties.role) === 'doc-noteref');
      const asides = elements(tree, ({ tagName }) => tagName === 'aside');
      notes += asides.length;
      for (const aside of asides) {
        assert.equal(aside.properties['epub:type'] ?? aside.properties.epubType, 'footnote');
        assert.deepEqual(aside.properties.className, ['footnote']);
        const backs = elements(aside, ({ properties }) => String(properties.role) === 'doc-backlink');
        const own = calls.filter(({ properties }) => properties.href === `#${String(aside.properties.id)}`);
        assert.ok(own.length > 0);
        assert.deepEqual(
          backs.map(({ properties }) => properties.href),
          own.map(({ properties }) => `#${String(properties.id)}`),
        );
        assert.equal(words(backs[0]!), words(own[0]!));
      }
      const raised = elements(tree, ({ tagName }) => tagName === 'sup').map(({ children }) => children[0]);
      for (const call of calls) assert.ok(raised.includes(call), 'sup around the link');
    }
    assert.equal(notes, name === 'a journal issue' ? 6 : 303);
  });
}

test('the ways in are nested: 栏目, article with its authors, headings of two levels, and no note marks', async () => {
  const book = await openBook(full);
  const nav = await book.text('OEBPS/nav.xhtml');
  const toc = /<nav epub:type="toc"[\s\S]*?<\/nav>/.exec(nav)![0];
  const expected = [
    [1, '版权页', 'text/copyright.xhtml'],
    [1, '目录', 'text/contents.xhtml'],
    [1, 'Contents', 'text/english-contents.xhtml'],
    [1, '书史', 'text/diao-ban-yu-huo-zi.xhtml'],
    [2, '雕版与活字　欧阳墨　单纸', 'text/diao-ban-yu-huo-zi.xhtml'],
    [3, '一、雕版', 'text/diao-ban-yu-huo-zi.xhtml#'],
    [4, '（一）木料', 'text/diao-ban-yu-huo-zi.xhtml#'],
    [3, '二、活字', 'text/diao-ban-yu-huo-zi.xhtml#'],
    [2, '纸的传播　甲', 'text/zhi-de-chuan-bo.xhtml'],
    [1, '编后', 'text/bian-hou.xhtml'],
    [1, '本版说明', 'text/colophon.xhtml'],
  ];
  let depth = 0;
  const found: [number, string, string][] = [];
  for (const [tag, href, label] of toc.matchAll(/<\/?ol>|<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)) {
    if (tag === '<ol>') depth += 1;
    else if (tag === '</ol>') depth -= 1;
    else found.push([depth, label!, href!.replace(/#.*/, '#')]);
  }
  assert.deepEqual(found, expected);

  const ncx = await book.text('OEBPS/toc.ncx');
  const labels = [...ncx.matchAll(/<navLabel><text>([^<]*)<\/text><\/navLabel><content src="([^"]*)"/g)];
  assert.deepEqual(
    labels.map(([, label, src]) => [label, src!.replace(/#.*/, '#')]),
    expected.map(([, label, href]) => [label, href]),
  );
  assert.match(ncx, /name="dtb:depth" content="4"/);
  assert.deepEqual(
    [...nav.matchAll(/<a epub:type="([^"]*)" href="([^"]*)"/g)].map(([, type, href]) => [type, href]),
    [
      ['cover', 'text/cover.xhtml'],
      ['toc', 'text/contents.xhtml'],
      ['bodymatter', 'text/diao-ban-yu-huo-zi.xhtml'],
      ['copyright-page', 'text/copyright.xhtml'],
    ],
  );
});

test('the package says what the book is', async () => {
  const edition = composeEdition(fullIssue());
  const opf = await (await openBook(full)).text('OEBPS/content.opf');
  const metadata = /<metadata[^>]*>\n([\s\S]*?)<\/metadata>/.exec(opf)![1]!;
  assert.equal(
    metadata,
    `<dc:identifier id="edition-id">${edition.identifier}</dc:identifier>
<dc:title>纸墨 2026年第1期</dc:title>
<dc:creator id="person-1">欧阳墨</dc:creator>
<meta refines="#person-1" property="role" scheme="marc:relators">aut</meta>
<meta refines="#person-1" property="file-as">Ouyang Mo</meta>
<dc:creator id="person-2">单纸</dc:creator>
<meta refines="#person-2" property="role" scheme="marc:relators">aut</meta>
<meta refines="#person-2" property="file-as">Shan Zhi</meta>
<dc:creator id="person-3">甲</dc:creator>
<meta refines="#person-3" property="role" scheme="marc:relators">aut</meta>
<meta refines="#person-3" property="file-as">甲</meta>
<dc:contributor id="person-4">主编</dc:contributor>
<meta refines="#person-4" property="role" scheme="marc:relators">edt</meta>
<meta refines="#person-4" property="file-as">Zhu Bian</meta>
<dc:language>zh-Hans</dc:language>
<dc:publisher>某社</dc:publisher>
<dc:date>2026-01</dc:date>
<dc:subject>雕版</dc:subject>
<dc:subject>活字</dc:subject>
<dc:subject>纸</dc:subject>
<meta property="belongs-to-collection" id="series">纸墨</meta>
<meta refines="#series" property="collection-type">series</meta>
<meta refines="#series" property="group-position">2026.1</meta>
<meta refines="#series" property="dcterms:identifier">urn:issn:1000-0000</meta>
<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">readingOrder</meta>
<meta property="schema:accessibilityFeature">displayTransformability</meta>
<meta property="schema:accessibilityFeature">ARIA</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">全书为可重排的文字，标题、栏目与文章可由目录到达，注释与正文相互链接。</meta>
<meta property="ibooks:specified-fonts">true</meta>
<meta name="cover" content="cover-image" />
`,
  );
});

test('the package tells the 版, and keeps the ISBN beside an identifier of its own', async () => {
  const issue = fullIssue();
  issue.meta = { ...issue.meta, isbn: '978-7-100-00000-0', edition: { number: 2, date: '2026-11' } };
  const edition = composeEdition(issue);
  const epub = await makeEpub(edition);
  const opf = await (await openBook(epub)).text('OEBPS/content.opf');
  for (const line of [
    `<dc:identifier id="edition-id">${edition.identifier}</dc:identifier>`,
    '<dc:identifier>urn:isbn:9787100000000</dc:identifier>',
    '<dc:title id="edition">2026年11月第2版</dc:title>',
    '<meta refines="#edition" property="title-type">edition</meta>',
    '<meta property="schema:bookEdition">2</meta>',
    '<dc:date>2026-11</dc:date>',
  ])
    assert.ok(opf.includes(`${line}\n`), line);
  assert.deepEqual(await epubCheckTs(epub), []);
});

test('Han stand in the book as characters, and code and words as text', async () => {
  const book = await openBook(await makeEpub(composeEdition(tortureIssue())));
  for (const name of book.names.filter((file) => /\.(?:xhtml|opf|ncx)$/.test(file))) {
    const markup = await book.text(name);
    assert.doesNotMatch(markup, /&#x?[0-9a-f]{3,};/i, name);
    assert.doesNotMatch(markup, /<(?:script|b)\b/, name);
    assert.doesNotMatch(markup, /\sstyle=/, name);
  }
  assert.match(await book.text('OEBPS/text/tong-ti-2.xhtml'), /𠀀𪚥㐂々〇/);
});

test('the fonts of the book have every character of it, or say which they lack', async () => {
  const missing: string[] = [];
  const edition = composeEdition(tortureIssue());
  const book = await openBook(await makeEpub(edition, { onMissingCharacters: (found) => missing.push(...found) }));
  const covered = new Set<number>();
  for (const name of book.names.filter((file) => file.endsWith('.ttf'))) {
    for (const point of coveredCodePoints(Buffer.from(await book.bytes(name)))) covered.add(point);
  }
  const lacking = new Set<string>();
  for (const name of book.names.filter((file) => file.startsWith('OEBPS/text/'))) {
    const body = elements(await book.tree(name), ({ tagName }) => tagName === 'body')[0]!;
    for (const character of words(body)) {
      if (!/[\s\p{C}]/u.test(character) && !covered.has(character.codePointAt(0)!)) lacking.add(character);
    }
  }
  assert.deepEqual([...lacking].sort(), [...missing].sort());
  assert.ok(missing.includes('ꙮ') && !missing.includes('々'));
});

test('a book without fonts carries none and asks for none', async () => {
  const book = await openBook(await makeEpub(composeEdition(fullIssue()), { fonts: 'none' }));
  assert.deepEqual(
    book.names.filter((name) => name.includes('font')),
    [],
  );
  assert.doesNotMatch(await book.text('OEBPS/styles/edition.css'), /@font-face/);
});

test('the styles of the book ask for no custom property and no logical side', async () => {
  const css = await (await openBook(full)).text('OEBPS/styles/edition.css');
  assert.doesNotMatch(css, /var\(|--[a-z]|-inline|text-align: (?:start|end)/);
  assert.equal(css.split('{').length, css.split('}').length);
  for (const face of ['Kanben Song', 'Kanben Hei', 'Kanben Kai']) {
    assert.ok(css.includes(`@font-face { font-family: "${face}";`), face);
    assert.match(css.replace(/@font-face[^}]*}/g, ''), new RegExp(`font-family: [^;]*${face}`), face);
  }
});

test('the cover that an issue brings is taken, any other file is not', async (t) => {
  const png = await encodePng(3, 4, new Uint8Array(12), [[1, 2, 3]]);
  const folder = await temporaryFolder(t, { 'cover.png': png, 'cover.txt': 'words' });
  const cover = async (name: string) => {
    const issue = fullIssue();
    issue.meta.cover = `${folder}/${name}`;
    return (await openBook(await makeEpub(composeEdition(issue)))).bytes('OEBPS/cover.png');
  };
  assert.deepEqual(Buffer.from(await cover('cover.png')), Buffer.from(png));
  assert.deepEqual(await cover('cover.txt'), await (await openBook(full)).bytes('OEBPS/cover.png'));
});

test('pictures of the texts are in the book, once, as they are', async (t) => {
  const png = await encodePng(3, 2, new Uint8Array(6), [[200, 10, 10]]);
  const folder = await temporaryFolder(t, { '图.png': png });
  const image = { type: 'image', url: '图.png', alt: '图' } as never;
  const article = articleOf('题', [
    { type: 'paragraph', children: [image] },
    { ...paragraph('图 1 图'), data: { caption: 'figure' } } as RootContent,
    { ...paragraph('资料来源：自绘。'), data: { source: true } } as RootContent,
    paragraph('又', image),
  ]);
  article.raw.path = `${folder}/text.md`;
  const bytes = await makeEpub(composeEdition(issueOf([article])));
  assert.deepEqual(await epubCheckTs(bytes), []);
  const book = await openBook(bytes);
  const pictures = book.names.filter((name) => name.startsWith('OEBPS/images/'));
  assert.equal(pictures.length, 1);
  assert.deepEqual(Buffer.from(await book.bytes(pictures[0]!)), Buffer.from(png));
  assert.match(await book.text('OEBPS/content.opf'), /accessModeSufficient">textual,visual</);
});

test('colours are the reader’s own, so that night mode and WCAG are its affair; pictures keep a white ground', async () => {
  const css = await (await openBook(full)).text('OEBPS/styles/edition.css');
  const colours = [...css.matchAll(/([\w.-]+[^{}]*)\{([^}]*)\}/g)].flatMap(([, selector, rules]) =>
    [...rules!.matchAll(/\b((?:background-|border-)?color|background|opacity)\s*:\s*([^;]+)/g)].map(
      ([, property, value]) => `${selector!.trim()} ${property}: ${value!.trim()}`,
    ),
  );
  assert.deepEqual(
    colours.filter((colour) => !/: (?:inherit|currentcolor|transparent)$/i.test(colour)),
    ['.picture img background-color: #fff'],
  );
});

test('a table too wide for a phone scrolls, and can be reached without a pointer', async () => {
  const table = (columns: number): RootContent => ({
    type: 'table',
    children: [{ type: 'tableRow', children: Array(columns).fill({ type: 'tableCell', children: [] }) }],
  });
  const article = articleOf('题', [table(4), paragraph('文。'), table(9)]);
  const book = await openBook(await makeEpub(composeEdition(issueOf([article])), { fonts: 'none' }));
  const figures = elements(await book.tree('OEBPS/text/text.xhtml'), ({ tagName }) => tagName === 'figure');
  assert.deepEqual(
    figures.map(({ properties }) => properties.tabIndex),
    [undefined, 0],
  );
  assert.match(await book.text('OEBPS/styles/edition.css'), /figure\.table \{[^}]*overflow-x: auto/);
});
