import assert from 'node:assert/strict';
import test from 'node:test';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { bindText } from '../../src/stages/typeset/pdf/document/bind-text.js';
import { prepareTree } from '../../src/stages/typeset/pdf/document/prepare-tree.js';

const call = () => h('a.note-call', { dataNote: 'n' });
const html = (...children: (ElementContent | string)[]) =>
  toHtml(bindText(children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child))))
    .replaceAll('<a class="note-call" data-note="n"></a>', '*')
    .replaceAll('\u2060', '+');

test('a mark keeps to the character before it', () => {
  assert.equal(
    html('报纸是载体。', call(), '后文又有许多字'),
    '报纸是载体<span class="bound">。*</span>后文又有许<span class="bound">多字</span>',
  );
});

test('marks in a row keep together', () => {
  assert.equal(
    html('载体', call(), call(), '，后文许多字。'),
    '载<span class="bound">体**</span>，后文许<span class="bound">多字。</span>',
  );
});

test('a long run of marks is not kept from breaking', () => {
  assert.equal(
    html('载体', ...Array.from({ length: 8 }, call), '，后文许多字。'),
    '载<span class="bound">体******</span>**，后文许<span class="bound">多字。</span>',
  );
});

test('a mark goes into no empty span', () => {
  assert.equal(
    html('载体', h('span.page-break'), call(), '后文'),
    '载体<span class="page-break"></span>+*<span class="bound">后文</span>',
  );
});

test('a mark at the end takes in two characters', () => {
  assert.equal(html('报纸是载体', call()), '报纸是<span class="bound">载体*</span>');
  assert.equal(html('报纸是载体。', call()), '报纸是<span class="bound">载体。*</span>');
});

test('a mark after a passage goes into it', () => {
  assert.equal(
    html('见', h('span', { lang: 'en' }, 'CICA'), call(), '与其他各种文献'),
    '见<span lang="en">CIC<span class="bound">A*</span></span>与其他各种<span class="bound">文献</span>',
  );
});

test('a mark after a link is joined to it', () => {
  assert.match(html('见', h('a', { href: 'https://a.org' }, 'https://a.org'), call(), '与其他文献'), /<\/a>\+\*与/);
});

test('the last line is never one character', () => {
  assert.equal(html('学术期刊的编辑工作。”'), '学术期刊的编辑<span class="bound">工作。”</span>');
  assert.equal(html('ends in Latin letters.'), 'ends in Latin letters.');
});

test('dashes and interpuncts become signs of their own, not in Latin', () => {
  assert.equal(
    html('阿卜杜勒·卡德尔——学者与作家'),
    '阿卜杜勒<span class="interpunct">·</span>卡德尔<span class="dash">——</span>学者与<span class="bound">作家</span>',
  );
  assert.equal(html(h('span', { lang: 'en' }, 'a·b——c')), '<span lang="en">a·b——c</span>');
});

test('a line may end between Han and a quotation of digits', () => {
  assert.equal(html('副部级“2+2”对话的机制'), '副部级<wbr>“2+2”<wbr>对话的<span class="bound">机制</span>');
  assert.equal(html('他说“你好”就走了吗'), '他说“你好”就走<span class="bound">了吗</span>');
});

test('an address is broken at its signs and within long runs, never after its scheme', () => {
  const address = 'https://www.example.org/news/20250409_detail.html';
  const set = html('见', h('a', { href: address }, address), '其余文字');
  assert.equal(set.includes('https://<wbr>'), false);
  assert.match(set, /org\/<wbr>news\/<wbr>/);
  assert.equal(set.replace(/<[^>]+>/g, ''), `见${address}其余文字`);
});

test('what acts or fetches is not printed', () => {
  const tree = prepareTree(
    [
      h('p', { onClick: 'x()', style: 'color:red' }, [
        '文字',
        h('script', 'x()'),
        h('a', { href: 'javascript:x()' }, '链接'),
      ]),
      h('iframe', { src: 'https://a.org' }),
    ],
    { picture: () => undefined },
  );
  assert.equal(toHtml(tree), '<p>文字<a>链接</a></p>');
});

test('a picture that is not of the edition has no source', () => {
  const tree = prepareTree([h('figure.picture', h('img', { src: 'https://a.org/x.png', alt: '图' }))], {
    picture: () => undefined,
  });
  assert.equal(toHtml(tree), '<figure class="picture"><img src="" alt="图"></figure>');
});

test('English words may be broken, English titles and addresses not', () => {
  const set = (...children: ElementContent[]) =>
    toHtml(prepareTree(children, { picture: () => undefined })).replaceAll('\u00ad', '-');
  assert.equal(
    set(h('section.english', { lang: 'en' }, [h('p.english-title', 'Representation'), h('p', 'Representation')])),
    '<section class="english" lang="en"><p class="english-title">Representation</p><p>Rep-re-sen-ta-tion</p></section>',
  );
  assert.match(set(h('p', ['见', h('span', { lang: 'en' }, 'organization'), '。'])), /or-ga-ni-za-tion/);
});
