import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { countNodes, readSource } from './read-source.js';

/** Running text of its own words, so that an article weighs what one weighs. */
const paragraphs = Array.from(
  { length: 12 },
  (_, i) =>
    `渡口的第${i + 1}年，船家把账本换成了厚纸，每一页都写着来往的人和货。雨季水涨，摆渡要等到午后；旱季水浅，人们就涉水过去，只把货物留在船上。`,
);
const menu =
  '<ul class="menu"><li><a href="/">首页</a></li><li><a href="/n">新闻</a></li><li><a href="/w">文化</a></li></ul>';
const page = (article: string, head = ''): string =>
  `<!DOCTYPE html><html><head><title>渡口的账本-某某网</title>${head}<script>document.write('不该有的字')</script></head><body><div id="top">${menu}</div><div class="w"><h1>渡口的账本</h1><div class="info">2021-05-06 08:30　来源：某某报　作者：林帆</div><div class="text">${article}</div><h3>相关新闻</h3><ul><li><a href="/1">渡口将建新桥</a></li><li><a href="/2">船家的一天</a></li><li><a href="/3">河水又涨了</a></li></ul></div><div class="footer">版权所有 某某网 京ICP备12345号</div></body></html>`;
const body = paragraphs.map((words) => `<p>　　${words}</p>`).join('\n');

test('the article of a saved page is found, with its title, and what stands round it is in the ledger', async (t) => {
  const { lines, aside, findings, made } = await readSource(t, 'a.html', page(body));
  assert.deepEqual(lines, ['# 渡口的账本', ...paragraphs.map((words) => `p ${words}`)]);
  assert.deepEqual(
    made.issue!.articles[0]!.contributors.map(({ name }) => name),
    ['林帆'],
  );
  const left = aside['acquire:page-frame']!.join('');
  for (const words of ['首页新闻文化', '渡口将建新桥', '京ICP备12345号']) assert.ok(left.includes(words), words);
  assert.ok(findings.includes('remark acquire:page-frame'));
  assert.ok(!JSON.stringify(made.raws[0]!.text).includes('不该有的字'));
});

test('links, lists and boxes of the article itself stay', async (t) => {
  const own =
    '<h2>参考</h2><ul><li><a href="https://example.org/a">渡口志</a>，旧志中的一种，记事到民国初年为止。</li><li>船家口述，未刊的记录，藏在县里。</li></ul><blockquote>水涨船高，各走各道。</blockquote>';
  const { lines } = await readSource(t, 'a.html', page(body + own));
  assert.deepEqual(lines.slice(-4), [
    'h2 参考',
    '- 渡口志，旧志中的一种，记事到民国初年为止。',
    '- 船家口述，未刊的记录，藏在县里。',
    '> p 水涨船高，各走各道。',
  ]);
});

test('the bytes say the encoding, where the label says another one', async (t) => {
  const said = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">';
  const expected = ['# 渡口的账本', `p ${paragraphs[0]!}`];
  const asLabelled: [string, Buffer][] = [
    ['utf-8', Buffer.from(page(body, said))],
    ['gb18030', iconv.encode(page(body, said), 'gb18030')],
    ['gb18030', iconv.encode(page(body, '<meta charset="utf-8">'), 'gb18030')],
  ];
  for (const [encoding, bytes] of asLabelled) {
    const { lines, made } = await readSource(t, 'a.html', bytes);
    assert.deepEqual(lines.slice(0, 2), expected);
    assert.equal(made.raws[0]!.encoding, encoding);
  }
  const traditional = '渡口的第三年，船家把帳本換成了厚紙，每一頁都寫著來往的人和貨，還記著啟程的時辰。';
  const whole = `<html><head><meta charset=big5><title>渡口的帳本</title></head><body><h1>渡口的帳本</h1>${`<p>${traditional}</p>`.repeat(9)}</body></html>`;
  const big5 = iconv.encode(whole, 'big5');
  const { lines, made } = await readSource(t, 'a.htm', big5);
  assert.equal(made.raws[0]!.encoding, 'big5');
  assert.equal(lines[1], `p ${traditional}`);
});

const noteForms: Record<string, [call: (n: number) => string, list: (notes: string[]) => string]> = {
  'pandoc and GFM': [
    (n) => `<sup><a href="#fn${n}" id="fnref${n}">${n}</a></sup>`,
    (notes) =>
      `<section class="footnotes"><hr><ol>${notes.map((words, i) => `<li id="fn${i + 1}"><p>${words}<a href="#fnref${i + 1}">↩︎</a></p></li>`).join('')}</ol></section>`,
  ],
  Word: [
    (n) => `<a href="#_ftn${n}" name="_ftnref${n}"><span><sup>[${n}]</sup></span></a>`,
    (notes) =>
      `<div>${notes.map((words, i) => `<div id="ftn${i + 1}"><p><a href="#_ftnref${i + 1}" name="_ftn${i + 1}">[${i + 1}]</a> ${words}</p></div>`).join('')}</div>`,
  ],
  'plain anchors': [
    (n) => `<a href="#n${n}">[注${n}]</a>`,
    (notes) => notes.map((words, i) => `<p id="n${i + 1}">[注${i + 1}] ${words}</p>`).join(''),
  ],
  MediaWiki: [
    (n) => `<sup id="cite_ref-${n}" class="reference"><a href="#cite_note-${n}">[${n}]</a></sup>`,
    (notes) =>
      `<ol class="references">${notes.map((words, i) => `<li id="cite_note-${i + 1}"><span class="mw-cite-backlink"><a href="#cite_ref-${i + 1}">^</a></span> <span>${words}</span></li>`).join('')}</ol>`,
  ],
};

const notes = ['见《渡口志》卷三，第十二页。', '船家口述，记于是年春。', '同注一所引书，卷四。'];

for (const [form, [call, list]] of Object.entries(noteForms)) {
  test(`notes tied by links: ${form}`, async (t) => {
    const marked = paragraphs.map((words, i) => `<p>${i < notes.length ? words + call(i + 1) : words}</p>`).join('');
    const { lines, findings } = await readSource(t, 'a.html', page(marked + list(notes)));
    assert.deepEqual(
      lines.filter((line) => line.startsWith('^')),
      notes.map((words) => `^ ${words}`),
    );
    assert.equal(lines.filter((line) => line.endsWith('{}')).length, notes.length);
    assert.deepEqual(
      findings.filter((finding) => !finding.startsWith('remark')),
      [],
    );
  });
}

test('links that lead to a place in the page and are no calls stay words', async (t) => {
  const own = `<p><a href="#s2">2</a>是第二节的编号，<a href="#s2">见第二节</a>。</p>${body}<h2 id="s2">二、账本</h2>${body}`;
  const { lines, made } = await readSource(t, 'a.html', page(own));
  assert.equal(lines[1], 'p 2是第二节的编号，见第二节。');
  assert.equal(countNodes(made).footnoteReference, undefined);
});

test('ruby, tables with merged cells, figures, formulas, raised and low words', async (t) => {
  const own = `<p><ruby>渡<rp>(</rp><rt>dù</rt><rp>)</rp></ruby>口，H<sub>2</sub>O，x<sup>2</sup>，<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>。</p>
    <table><caption>表1　来往</caption><tr><th>年</th><th colspan="2">人和货</th></tr><tr><td rowspan="2">甲</td><td>三</td><td>五</td></tr><tr><td>四</td><td>六</td></tr></table>
    <figure><img src="map.png" alt="旧图"><figcaption>图1　渡口旧图</figcaption></figure>`;
  const { lines, made } = await readSource(t, 'a.html', page(own + body));
  assert.deepEqual(lines.slice(1, 8), [
    'p 渡(dù)口，H2O，x2，$\\frac{a}{b}$。',
    'p 表1　来往',
    '| 年 | 人和货 |',
    '| 甲 | 三 | 五 |',
    '| 四 | 六 |',
    'p ![旧图](map.png)',
    'p 图1　渡口旧图',
  ]);
  const counts = countNodes(made);
  assert.deepEqual([counts.ruby, counts.subscript, counts.inlineMath, counts.image], [1, 1, 1, 1]);
});

test('a table that lays out the page is opened, one that holds data is not', async (t) => {
  const layout = `<html><head><title>渡口的账本</title></head><body><table><tr><td><a href="/a">首页</a> <a href="/b">新闻</a> <a href="/c">文化</a></td></tr><tr><td><table><tr><td><h2>渡口的账本</h2></td></tr><tr><td>${body}<table><tr><td>年</td><td>人</td></tr><tr><td>甲</td><td>三</td></tr></table></td></tr></table></td></tr></table></body></html>`;
  const { lines, aside } = await readSource(t, 'a.html', layout);
  assert.deepEqual(lines, ['# 渡口的账本', ...paragraphs.map((words) => `p ${words}`), '| 年 | 人 |', '| 甲 | 三 |']);
  assert.deepEqual(aside['acquire:page-frame'], ['首页新闻文化']);
});

test('lines that a program wrapped in <pre> are paragraphs again, verse keeps its lines', async (t) => {
  const wrapped = paragraphs
    .slice(0, 3)
    .map((words) => `　　${words.match(/.{1,24}/gu)!.join('\n')}`)
    .join('\n');
  const verse = '江水东流\n渡船西归\n人在两岸\n各等其时';
  const { lines } = await readSource(
    t,
    'a.html',
    `<html><body><h1>渡口</h1><pre>${wrapped}\n\n${verse}</pre></body></html>`,
  );
  assert.deepEqual(
    lines.slice(1, 4),
    paragraphs.slice(0, 3).map((words) => `p ${words}`),
  );
  assert.equal(lines[4], `p ${verse.replaceAll('\n', '⏎')}`);
});

test('line ends within a paragraph of HTML are blanks between Latin words and nothing between Han', async (t) => {
  const { lines } = await readSource(
    t,
    'a.html',
    page(`<p>船家把账\n  本换成了 the old\n  book of accounts 厚纸。</p>${body}`),
  );
  assert.equal(lines[1], 'p 船家把账本换成了the old book of accounts厚纸。');
});

test('nothing is fetched and nothing is run', async (t) => {
  const hostile = page(
    `${body}<p onclick="x()">点<img src="http://192.0.2.1/x.png" onerror="x()">此</p><iframe src="file:///etc/passwd">框</iframe><style>p{}</style><p style="display:none">不见的话</p>`,
    '<meta http-equiv="refresh" content="0;url=http://192.0.2.1/"><base href="file:///">',
  );
  const { lines, findings, made } = await readSource(t, 'a.html', hostile);
  assert.equal(lines.at(-1), 'p 点![](http://192.0.2.1/x.png)此');
  assert.ok(!made.raws[0]!.text.includes('不见的话'));
  assert.deepEqual(
    findings.filter((finding) => finding.startsWith('fatal')),
    [],
  );
});

test('a page of pictures alone, and markup that never ends', async (t) => {
  assert.deepEqual((await readSource(t, 'a.html', '<html><body><img src="1.png"></body></html>')).findings, [
    'fatal acquire:has-text',
  ]);
  const deep = await readSource(t, 'a.html', `<html><body>${'<div>'.repeat(20_000)}${body}`);
  assert.ok(deep.lines.length > 0 || deep.findings.some((finding) => finding.startsWith('fatal')));
});
