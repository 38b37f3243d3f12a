/** An issue that strains a book: everything that has broken an EPUB somewhere. */
import type { RootContent } from 'mdast';
import type { Issue } from '../../src/model/index.js';
import { articleOf, call, heading, issueOf, note, paragraph, text } from '../typeset-html/issue-fixture.js';

/** @returns 300 notes, rare characters, hostile titles, equal titles, an empty article, skipped heading levels */
export function tortureIssue(): Issue {
  const many = Array.from({ length: 300 }, (_, index) => String(index + 1));
  const long = '很长的题目'.repeat(400);
  const hostile = '一 <b>&amp;</b> "引" \'号\' ]]> <!-- --> 的题目';
  return issueOf(
    [
      articleOf('同题', [], { id: 'tong-ti' }),
      articleOf('同题', [paragraph('𠀀𪚥㐂々〇ꙮ⿰亻尔')], { id: 'tong-ti-2', column: '甲 & 乙' }),
      articleOf(hostile, [heading(5, hostile, call('n')), paragraph(hostile), note('n', hostile)], {
        id: 'hostile',
        column: '甲 & 乙',
        titleNote: [paragraph(hostile), paragraph('第二段')],
        contributors: [{ name: '<甲>', role: 'author', affiliation: '"乙" & 丙' }],
        keywords: ['<词>', '&'],
        abstract: [paragraph(hostile)],
        editors: ['<丁>'],
        english: { title: hostile, authors: ['<A>'], abstract: [paragraph(hostile)], keywords: ['<k>'] },
      }),
      articleOf(long, [heading(2, long), heading(4, '跳级'), heading(2, ''), heading(3, '再跳'), heading(5, '三跳')], {
        id: 'long',
      }),
      articleOf(
        '三百条注',
        [
          ...many.map((n) => paragraph(`第${n}句。`, call(n), '后文', call(n))),
          paragraph(...many.map((n) => call(n))),
          ...many.map((n) => note(n, `第${n}注。https://example.org/${n}?a=1&b=%zz|[x]`, '又一段。')),
        ],
        { id: 'notes' },
      ),
      articleOf(
        '杂',
        [
          { type: 'table', children: [] },
          { type: 'table', children: [{ type: 'tableRow', children: [] }] },
          {
            type: 'table',
            align: ['center', null],
            children: [['', ''], ['甲'], ['乙', '丙', '丁']].map((cells) => ({
              type: 'tableRow',
              children: cells.map((cell) => ({
                type: 'tableCell',
                children: [text(cell), ...(cell === '甲' ? [call('x')] : [])],
              })),
            })),
          },
          {
            type: 'list',
            ordered: true,
            start: 3,
            children: [item(paragraph('一')), item(paragraph('二'), paragraph('三')), item()],
          },
          { type: 'list', ordered: true, start: 0, children: [item(paragraph('零'))] },
          { type: 'blockquote', children: [heading(3, '引文中的题') as never, paragraph('引') as never] },
          { type: 'blockquote', children: [] },
          { type: 'code', value: 'a < b && c\n\tend' },
          { type: 'thematicBreak' },
          paragraph(),
          paragraph({ type: 'break' }, '\u0001控制\uFFFF', { type: 'inlineCode', value: '<x>' }),
          paragraph({ type: 'link', url: 'https://example.org/a b', children: [text('链'), call('x')] }),
          paragraph({ type: 'strong', children: [{ type: 'emphasis', children: [call('x')] }] }),
          paragraph({ type: 'image', url: 'https://example.org/x.png', alt: '<远>' }),
          note('x', { type: 'list', children: [item(paragraph('注中列表'))] }),
          note('stray', '无主'),
        ],
        { id: 'za' },
      ),
    ],
    {
      title: hostile,
      subtitle: '<副题>',
      journal: '刊 & 物',
      publisher: '<社>',
      rights: '&',
      description: '<述>',
      year: 2026,
      number: '1-2',
      issn: '1000-0000',
      editors: ['<编>'],
    },
  );
}

function item(...children: RootContent[]): { type: 'listItem'; children: never[] } {
  return { type: 'listItem', children: children as never[] };
}
