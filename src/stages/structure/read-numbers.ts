/** Reads the numbers of an article's opening, one a line or several on one. */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Article, TextTree, LabelledPart } from '../../model/index.js';
import { labelOf } from '../../vocabulary/labels.js';
import { keepWords } from './keep-words.js';

type Numbers = Pick<Article, 'clc' | 'documentCode' | 'articleId' | 'doi' | 'firstPage'>;

const fields: Partial<Record<LabelledPart, 'clc' | 'documentCode' | 'articleId' | 'doi'>> = {
  clc: 'clc',
  'document-code': 'documentCode',
  'article-id': 'articleId',
  doi: 'doi',
};

/** Values as in the source; the first page from the shape of a 文章编号: ISSN(year)number-page-count. */
export function readNumbers(nodes: RootContent[], tree: TextTree): Numbers {
  const numbers: Numbers = {};
  for (const node of nodes) {
    const kept: string[] = [];
    for (const [field, value] of partsOf(toString(node))) {
      if (numbers[field] === undefined && value !== '') {
        numbers[field] = value;
        kept.push(value);
      }
    }
    keepWords([node], kept, tree, 'structure:labels');
  }
  const page = numbers.articleId && /(\d{3,5})\s*[-－—–]\s*\d{1,3}$/u.exec(numbers.articleId);
  if (page) numbers.firstPage = Number(page[1]);
  return numbers;
}

/** Every labelled value of a line. */
function* partsOf(line: string): Generator<['clc' | 'documentCode' | 'articleId' | 'doi', string]> {
  let rest = line;
  while (rest !== '') {
    const label = labelOf(rest);
    if (!label) return;
    const text = rest.slice(label.length);
    let end = text.length;
    for (let i = 1; i < text.length; i++) {
      if (/[\s　；;\p{Script=Han}【〔[A-Z]/u.test(text[i]!) && labelOf(text.slice(i))) {
        end = i;
        break;
      }
    }
    const field = fields[label.part];
    if (field)
      yield [
        field,
        text
          .slice(0, end)
          .replace(/[；;，,。\s　]+$/u, '')
          .trim(),
      ];
    rest = text.slice(end).trimStart();
  }
}
