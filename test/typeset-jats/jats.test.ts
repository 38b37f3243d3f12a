/** Articles as JATS: every word in its place, no element where JATS has none, and what imports them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { readXml } from '../../src/stages/typeset/html/read-xhtml.js';
import { checkContent } from '../../src/stages/typeset/jats/check-content.js';
import { target } from '../../src/stages/typeset/jats/index.js';
import { foundWords } from '../../src/stages/typeset/jats/words.js';
import { element } from '../../src/stages/typeset/html/xml.js';
import { outputsAgree } from '../../src/stages/verify/outputs-agree.js';
import type { IssueMeta } from '../../src/model/index.js';
import { articleOf, call, heading, issueOf, note, paragraph } from '../typeset-html/issue-fixture.js';
import { tortureIssue } from '../typeset-epub/torture-issue.js';

const article = () =>
  articleOf(
    '渡口考',
    [
      paragraph('船来了。', call('1')),
      heading(2, '一、水'),
      paragraph('水很平。'),
      heading(3, '（一）岸'),
      paragraph('岸很长。', { type: 'break' }, '又一行。'),
      heading(2, '参考文献'),
      { ...paragraph('[1] 沈某：《渡船》，1990年。'), data: { role: 'reference' } } as never,
      note('1', '见《水经注》。', '又一段。'),
      note('2', '无主之注。'),
    ],
    {
      id: 'du-kou-kao',
      column: '水路',
      titleNote: [paragraph('本文为项目成果。')],
      contributors: [
        { name: '沈知白', role: 'author', affiliation: '青溪大学' },
        { name: '欧阳一苇', role: 'author', affiliation: '青溪大学' },
      ],
      bios: [[{ type: 'text', value: '沈知白，青溪大学教授。' }]],
      abstract: [paragraph('论渡口。')],
      keywords: ['渡口', '水'],
      clc: 'K2',
      documentCode: 'A',
      articleId: '1000-0000(2026)01-0001-02',
      doi: 'https://doi.org/10.1000/xyz',
      fund: [{ type: 'text', value: '青溪基金（1）' }],
      received: '2026-01-02',
      editors: ['陆一'],
      english: {
        title: 'On Ferries',
        authors: ['SHEN Zhibai', 'OUYANG Yiwei'],
        affiliations: ['Qingxi University'],
        abstract: [paragraph('On ferries.')],
        keywords: ['ferry', 'water'],
      },
      firstPage: 12,
    },
  );

const meta: Partial<IssueMeta> = {
  title: '渡口志',
  journal: '渡口志',
  issn: '1000-0000',
  year: 2026,
  number: '1',
  date: '2026-02',
};
const edition = () => composeEdition(issueOf([article(), articleOf('对岸', [paragraph('到了。')], { id: 'b' })], meta));

async function fileOf(name: string, of = edition()): Promise<string> {
  const { files } = await target.make(of, {});
  return Buffer.from(files.find((file) => file.name === `${of.slug}-jats/${name}`)!.bytes).toString();
}

for (const [name, of] of [
  ['a whole article', edition],
  ['an issue that strains it', () => composeEdition(tortureIssue())],
] as const) {
  test(`JATS of ${name} holds every word, and nothing that JATS does not allow`, async () => {
    assert.deepEqual(await outputsAgree(of(), 'JATS', await target.make(of(), {})), []);
  });
}

test('sections nest by their headings, notes and references stand at the end', async () => {
  const xml = (await fileOf('du-kou-kao.xml')).replace(/\n/g, '');
  assert.match(
    xml,
    /<title>一、水<\/title><p>水很平。<\/p><sec id="[^"]+"><title>（一）岸<\/title><p>岸很长。<\/p><p>又一行。<\/p><\/sec><\/sec><\/body>/,
  );
  assert.match(
    xml,
    /<xref ref-type="fn" rid="(note-\w+-1)">1<\/xref>[^]*<fn id="\1"><label>1<\/label><p>见《水经注》。<\/p><p>又一段。<\/p><\/fn>/,
  );
  assert.match(xml, /<fn-group content-type="uncalled"><title>[^<]+<\/title><fn><p>无主之注。<\/p>/);
  assert.match(xml, /<ref-list><title>参考文献<\/title><ref id="ref-1"><mixed-citation>\[1\] 沈某/);
  assert.match(
    xml,
    /<surname>欧阳<\/surname><given-names>一苇<\/given-names><\/name><string-name xml:lang="en">OUYANG Yiwei/,
  );
  assert.match(xml, /<trans-abstract xml:lang="en"><title>Abstract<\/title><p>On ferries\.<\/p>/);
  assert.match(xml, /iso-8601-date="2026-02"><month>02<\/month><year>2026<\/year>/);
});

test('a word or a note that the file has lost is found out', async () => {
  const of = edition();
  const made = await target.make(of, {});
  const xml = await fileOf('du-kou-kao.xml', of);
  const differences = async (text: string) =>
    (
      await outputsAgree(of, 'JATS', {
        readBack: (document) => {
          const back = made.readBack(document);
          return back && document.id === 'du-kou-kao' ? { ...back, found: () => foundWords(text) } : undefined;
        },
      })
    ).map(({ where }) => where.replace(/note-\w+-/, ''));
  assert.deepEqual(await differences(xml), []);
  assert.deepEqual(await differences(xml.replace('水很平', '水平')), ['text']);
  assert.deepEqual(await differences(xml.replace('欧阳</surname>', '欧</surname>')), ['text']);
  assert.deepEqual(await differences(xml.replace('见《水经注》。', '')), ['note 1']);
});

test('an element where JATS has none is a mistake that stops the file', () => {
  assert.throws(() => checkContent(element('sec', {}, [element('p', {}, ['无题'])])), /<sec> lacks <title>/);
  assert.throws(() => checkContent(element('p', {}, [element('p')])), /may not hold <p>/);
  assert.throws(
    () => checkContent(element('body', {}, [element('sec', {}, [element('title')]), element('p')])),
    /so late/,
  );
  assert.throws(() => checkContent(element('p', { style: 'x' })), /attribute style/);
});

test('the set is imported: articles whole into OJS, those with a DOI to Crossref', async () => {
  const ojs = await fileOf('ojs-import.xml');
  assert.equal(ojs.match(/<publication /g)!.length, 2);
  const embedded = /<embed encoding="base64">([^<]+)</.exec(ojs)![1]!;
  assert.match(Buffer.from(embedded, 'base64').toString(), /<article-title>渡口考/);
  const crossref = await fileOf('crossref.xml');
  assert.equal(crossref.match(/<journal_article /g)!.length, 1);
  assert.match(crossref, /<doi>10\.1000\/xyz<\/doi>/);
  for (const xml of [ojs, crossref]) assert.doesNotThrow(() => readXml(xml));
  const without = composeEdition(issueOf([articleOf('甲', [paragraph('乙')])], meta));
  const { files, findings } = await target.make(without, {});
  assert.ok(files.every(({ name }) => !name.endsWith('crossref.xml')));
  assert.equal(findings, undefined);
});

test('of a book no JATS is made, and that is said', async () => {
  const { files, findings } = await target.make(composeEdition(issueOf([article()], { ...meta, kind: 'book' })), {});
  assert.deepEqual(files, []);
  assert.deepEqual(
    findings!.map(({ rule }) => rule),
    ['jats:book'],
  );
});
