/** The site of an issue: its words, its notes beside the text, and nothing that runs or is fetched. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { target } from '../../src/stages/typeset/site/index.js';
import { outputsAgree } from '../../src/stages/verify/outputs-agree.js';
import { articleOf, call, heading, issueOf, note, paragraph } from '../typeset-html/issue-fixture.js';
import { tortureIssue } from '../typeset-epub/torture-issue.js';

const issue = () =>
  issueOf(
    [
      articleOf(
        '渡口',
        [
          paragraph('船来了。', call('1'), '人上船。'),
          heading(2, '一、水'),
          paragraph('水很平', call('2'), '。'),
          note('1', '渡船。'),
          note('2', '见《水经注》。', '又一段。'),
        ],
        { id: 'du-kou' },
      ),
      articleOf('对岸', [paragraph('到了。')], { id: 'dui-an' }),
    ],
    { title: '渡口志', journal: '渡口志' },
  );

async function pageOf(name: string, of = issue()): Promise<string> {
  const edition = composeEdition(of);
  const { files } = await target.make(edition, {});
  return Buffer.from(files.find((file) => file.name === `${edition.slug}-html/${name}`)!.bytes).toString();
}

for (const [name, of] of [
  ['a small issue', issue],
  ['an issue that strains it', tortureIssue],
] as const) {
  test(`the site of ${name} holds its words`, async () => {
    const edition = composeEdition(of());
    assert.deepEqual(await outputsAgree(edition, 'HTML', await target.make(edition, {})), []);
  });

  test(`the site of ${name} runs and fetches nothing`, async () => {
    const { files } = await target.make(composeEdition(of()), {});
    for (const file of files.filter(({ name }) => name.endsWith('.html'))) {
      const page = Buffer.from(file.bytes).toString();
      assert.doesNotMatch(page, /<script|<iframe|\son\w+=|javascript:|style="/i, file.name);
      assert.doesNotMatch(page, /(?:src|<link[^>]*href)="(?:https?:)?\/\//, file.name);
    }
  });
}

test('a note stands in a group with the paragraph that calls it', async () => {
  const page = await pageOf('du-kou.html');
  const groups = page.split('<div class="noted">').slice(1);
  assert.equal(groups.length, 2);
  assert.match(groups[0]!, /船来了[^]*class="notes"[^]*渡船。/);
  assert.doesNotMatch(groups[0]!.replace(/<h2[^]*/, ''), /水经注/);
  assert.match(groups[1]!, /水很[^]*水经注[^]*又一段/);
});

test('a page that is damaged does not agree', async () => {
  const edition = composeEdition(issue());
  const made = await target.make(edition, {});
  const page = made.files.find(({ name }) => name.endsWith('/du-kou.html'))!;
  page.bytes = Buffer.from(Buffer.from(page.bytes).toString().replace('人上船', '人船'));
  const spoilt = new Map(made.files.map((file) => [file.name, file]));
  assert.ok(spoilt.has(page.name));
  const { readDocument } = await import('../../src/stages/typeset/html/read-document.js');
  const found = await outputsAgree(edition, 'HTML', {
    readBack: ({ id }) =>
      id === 'du-kou'
        ? { given: page.bytes, found: () => readDocument(Buffer.from(page.bytes).toString()) }
        : undefined,
  });
  assert.deepEqual(
    found.map(({ where }) => where),
    ['text'],
  );
});

test('an edition of one article has a page that leads to it', async () => {
  const page = await pageOf('index.html', issueOf([articleOf('渡口', [paragraph('船来了。')], { id: 'du-kou' })]));
  assert.match(page, /<a href="du-kou.html">渡口<\/a>/);
});
