import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import JSZip from 'jszip';
import { countNodes, readSource } from './read-source.js';

const fixtures = path.join(process.cwd(), 'test/sources/fixtures');
const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="x:wp" xmlns:a="x:a" xmlns:wps="x:wps" xmlns:v="x:v"';

/** A document of these parts; names of parts without their folder. */
async function docx(body: string, parts: Record<string, string> = {}): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  zip.file('word/document.xml', `<?xml version="1.0"?><w:document ${spaces}><w:body>${body}</w:body></w:document>`);
  for (const [name, content] of Object.entries(parts)) zip.file(`word/${name}`, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const r = (words: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const p = (inner: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
const styled = (id: string, words: string): string => p(r(words), `<w:pStyle w:val="${id}"/>`);
const style = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const styles = (...all: string[]): string => `<w:styles ${spaces}>${all.join('')}</w:styles>`;
const sentence = '渡口在县城以西三里，船家姓周，账本用厚纸订成，每页都写着来往的人和货。';

for (const name of ['pandoc.docx', 'libreoffice.docx', 'pandoc.html', 'pandoc.epub'].filter(
  (one) => !one.endsWith('epub'),
)) {
  test(`the same article keeps every word, note, heading and table: ${name}`, async (t) => {
    const { lines, made, findings } = await readSource(t, name, await readFile(path.join(fixtures, name)));
    assert.equal(lines[0], '# 渡口的账本');
    assert.deepEqual(
      lines.filter((line) => /^h\d/u.test(line)),
      ['h2 一、账本的来历', 'h3 （一）纸张', 'h2 二、账本的用处'],
    );
    assert.deepEqual(
      lines.filter((line) => line.startsWith('^')),
      [
        '^ 见《渡口志》卷三，第十二页。',
        '^ 船家口述，记于是年春。 / 同一人两年后又说了一遍，略有出入。',
        '^ 同注一所引书，卷四。',
      ],
    );
    assert.deepEqual(
      lines.filter((line) => /^[|>-]|^\d\./u.test(line)),
      [
        '1. 第一本用竹纸，易碎。',
        '2. 第二本用皮纸，耐翻。',
        '3. 第三本用洋纸，价高。',
        '- 封面一张',
        '- 封底一张',
        '| 年份 | 人数 | 货物 |',
        '| 甲子 | 三百 | 盐、布 |',
        '| 乙丑 | 四百 | 米、油 |',
        '> p 水涨船高，各走各道。',
      ],
    );
    assert.ok(
      lines.includes(
        'p 渡口在县城以西三里，船家姓周。{}账本用厚纸订成，每页都写着来往的人和货，字迹先粗后细。第二年换了笔，H2O与x2都写在页边。',
      ),
    );
    const { emphasis, strong, subscript, superscript, footnoteReference } = countNodes(made);
    assert.deepEqual([emphasis, strong, subscript, superscript, footnoteReference], [1, 1, 1, 1, 3]);
    // LibreOffice without its formula editor writes pictures without data: that is said
    const isWhole = name !== 'libreoffice.docx';
    assert.equal(findings.includes('warning acquire:unread-parts'), !isWhole);
    if (isWhole) assert.equal(countNodes(made).inlineMath, 2);
  });
}

test('headings by styles of any name, by outline levels, and by styles that are based on them', async (t) => {
  const body = [
    styled('t', '渡口的账本'),
    styled('h1', '来历'),
    p(r(sentence)),
    styled('own', '纸张'),
    p(r(sentence)),
    p(r('用处'), '<w:outlineLvl w:val="0"/>'),
    p(r(sentence)),
  ].join('');
  const { lines } = await readSource(
    t,
    'a.docx',
    await docx(body, {
      'styles.xml': styles(
        style('t', '标题'),
        style('h1', '标题 1'),
        style('h2', 'heading 2'),
        style('own', '小节题', '<w:basedOn w:val="h2"/>'),
      ),
    }),
  );
  assert.deepEqual(lines, [
    '# 渡口的账本',
    'h2 来历',
    `p ${sentence}`,
    'h3 纸张',
    `p ${sentence}`,
    'h2 用处',
    `p ${sentence}`,
  ]);
});

test('headings typed in bold with numbers are restored, bold sentences and numbered items are not', async (t) => {
  const bold = '<w:b/>';
  const body = [
    p(r('渡口的账本', '<w:sz w:val="36"/>'), '<w:jc w:val="center"/>'),
    p(r('1账本的来历', bold)),
    p(r(sentence)),
    p(r('1.1纸张', bold)),
    p(r(sentence, bold)),
    p(r('2账本的用处', bold)),
    p(r('3斤盐换一次摆渡，这是旧例。')),
  ].join('');
  const { lines } = await readSource(t, 'a.docx', await docx(body));
  assert.deepEqual(lines, [
    '# 渡口的账本',
    'h2 1账本的来历',
    `p ${sentence}`,
    'h3 1.1纸张',
    `p ${sentence}`,
    'h2 2账本的用处',
    'p 3斤盐换一次摆渡，这是旧例。',
  ]);
});

const numbering = `<w:numbering ${spaces}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
const numbered = (id: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;

test('the numbers that Word writes before headings and items are words of them', async (t) => {
  const head = (words: string, level: number): string =>
    p(r(words), `<w:pStyle w:val="h${level + 1}"/>${numbered(1, level)}`);
  const body = [
    styled('t', '渡口的账本'),
    head('来历', 0),
    p(r(sentence)),
    head('纸张', 1),
    p(r(sentence)),
    head('笔墨', 1),
    p(r(sentence)),
    head('用处', 0),
    p(r('封面'), numbered(2, 0)),
    p(r('封底'), numbered(2, 0)),
  ].join('');
  const { lines } = await readSource(
    t,
    'a.docx',
    await docx(body, {
      'numbering.xml': numbering,
      'styles.xml': styles(style('t', 'Title'), style('h1', 'heading 1'), style('h2', 'heading 2')),
    }),
  );
  assert.deepEqual(
    lines.filter((line) => !line.startsWith('p ')),
    ['# 渡口的账本', 'h2 一、来历', 'h3 （一）纸张', 'h3 （二）笔墨', 'h2 二、用处', '- 封面', '- 封底'],
  );
});

test('changes are taken as accepted and said; comments, heads and hidden words are in the ledger', async (t) => {
  const body = [
    p(r('渡口的账本', '<w:sz w:val="40"/>'), '<w:jc w:val="center"/>'),
    p(
      `${r('船家姓')}<w:del w:id="1"><w:r><w:delText>李</w:delText></w:r></w:del><w:ins w:id="2">${r('周')}</w:ins>${r('，')}${r('不可见', '<w:vanish/>')}${r(sentence)}`,
    ),
  ].join('');
  const { lines, aside, findings } = await readSource(
    t,
    'a.docx',
    await docx(body, {
      'comments.xml': `<w:comments ${spaces}><w:comment w:id="0">${p(r('此处待核'))}</w:comment></w:comments>`,
      'header1.xml': `<w:hdr ${spaces}>${p(r('某某学报投稿'))}</w:hdr>`,
    }),
  );
  assert.equal(lines[1], `p 船家姓周，${sentence}`);
  assert.deepEqual(aside, {
    'acquire:page-furniture': ['某某学报投稿'],
    'acquire:comment': ['此处待核'],
    'acquire:deleted': ['李'],
    'acquire:hidden': ['不可见'],
  });
  assert.deepEqual(findings, ['warning acquire:tracked-changes', 'warning acquire:comments']);
});

test('readings, circled numbers in fields, dots of emphasis, formulas, text boxes, symbols', async (t) => {
  const field = (instruction: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const ruby =
    '<w:r><w:ruby><w:rt><w:r><w:t>dù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>渡</w:t></w:r></w:rubyBase></w:ruby></w:r>';
  const math =
    '<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>';
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${p(r('框里的话。'))}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(r('框里的话。'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const body = [
    p(r('渡口的账本', '<w:sz w:val="40"/>'), '<w:jc w:val="center"/>'),
    p(
      `${ruby}${r('口，')}${field('EQ \\o\\ad(\\s\\up 9(zhàng),账)')}${r('本，')}${field('eq \\o\\ac(○,3)')}${r('，')}${r('着重', '<w:em w:val="dot"/>')}${r('，')}${math}<w:r><w:sym w:font="Symbol" w:char="F0B4"/></w:r>${r('。')}${box}`,
    ),
  ].join('');
  const { lines, made, findings } = await readSource(t, 'a.docx', await docx(body));
  assert.deepEqual(lines.slice(1), ['p 渡(dù)口，账(zhàng)本，③，着重，$\\frac{a}{b}$×。', 'p 框里的话。']);
  assert.equal(countNodes(made).emphasis, 1);
  assert.deepEqual(findings, []);
});

test('merged cells, notes called from cells, a table within a cell', async (t) => {
  const tc = (words: string, properties = ''): string =>
    `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${p(words)}</w:tc>`;
  const call = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const body = `${p(r('渡口的账本', '<w:sz w:val="40"/>'), '<w:jc w:val="center"/>')}${p(r(sentence))}<w:tbl><w:tr>${tc(r('年'), '<w:vMerge w:val="restart"/>')}${tc(r('来往'), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${tc('', '<w:vMerge/>')}${tc(r('人'))}${tc(r('货') + call)}</w:tr></w:tbl>`;
  const footnotes = `<w:footnotes ${spaces}><w:footnote w:type="separator" w:id="0">${p('')}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:t>[</w:t></w:r><w:r><w:footnoteRef/></w:r><w:r><w:t>] 盐和布。</w:t></w:r>`)}</w:footnote></w:footnotes>`;
  const { lines, made } = await readSource(t, 'a.docx', await docx(body, { 'footnotes.xml': footnotes }));
  assert.deepEqual(lines.slice(2), ['| 年 | 来往 |', '| 人 | 货{} |', '^ 盐和布。']);
  const table = made.issue!.articles[0]!.body.children.find(({ type }) => type === 'table');
  assert.ok(table?.type === 'table');
  assert.deepEqual(
    table.children[0]!.children.map(({ data }) => [data?.colspan, data?.rowspan]),
    [
      [undefined, 2],
      [2, undefined],
    ],
  );
});

test('a list of contents made by Word is set aside, pictures come out of the archive', async (t) => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const body = [
    p(r('渡口的账本', '<w:sz w:val="40"/>'), '<w:jc w:val="center"/>'),
    `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(r('来历 1'))}</w:sdtContent></w:sdt>`,
    p('<w:r><w:drawing><wp:docPr id="1" descr="渡口旧图"/><a:blip r:embed="r1"/></w:drawing></w:r>'),
    p(r(sentence)),
  ].join('');
  const zip = await JSZip.loadAsync(
    await docx(body, {
      '_rels/document.xml.rels': '<Relationships><Relationship Id="r1" Target="media/a.png"/></Relationships>',
    }),
  );
  zip.file('word/media/a.png', png);
  const { lines, aside, made, findings } = await readSource(
    t,
    'a.docx',
    await zip.generateAsync({ type: 'uint8array' }),
  );
  assert.deepEqual(lines, ['# 渡口的账本', 'p ![渡口旧图](word/media/a.png)', `p ${sentence}`]);
  assert.deepEqual(aside['acquire:made-page'], ['来历1']);
  assert.equal(made.edition?.pictures?.length ?? 1, 1);
  assert.deepEqual(findings, []);
});

test('hostile archives: one clear error, nothing unpacked beyond the limit, no entity followed', async (t) => {
  const faults = async (bytes: Uint8Array): Promise<string[]> => (await readSource(t, 'a.docx', bytes)).findings;
  const whole = await docx(p(r(sentence)));
  assert.deepEqual(await faults(whole.subarray(0, whole.length - 40)), ['fatal acquire:source-opens']);
  const entities = new JSZip();
  entities.file('[Content_Types].xml', '<Types/>');
  entities.file(
    'word/document.xml',
    `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]><w:document ${spaces}><w:body>${p(r('&b;'))}</w:body></w:document>`,
  );
  assert.deepEqual(await faults(await entities.generateAsync({ type: 'uint8array' })), ['fatal acquire:source-limits']);
  const bomb = new JSZip();
  bomb.file('[Content_Types].xml', '<Types/>');
  bomb.file('word/document.xml', Buffer.alloc(600 * 2 ** 20, 0x20));
  assert.deepEqual(await faults(await bomb.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })), [
    'fatal acquire:source-limits',
  ]);
  const slip = await JSZip.loadAsync(whole);
  slip.file('../../outside.txt', 'x');
  assert.deepEqual(await faults(await slip.generateAsync({ type: 'uint8array' })), ['warning structure:title']);
});
