/** Reads the English parts that stand in an article's blocks. */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { EnglishPart, TextTree } from '../../model/index.js';
import { keepWords } from './keep-words.js';
import { cutLabel } from './labelled-text.js';
import { roleOf } from './split-articles.js';
import { englishNamesOf } from '../../vocabulary/people.js';
import { labelOf } from '../../vocabulary/labels.js';
import { starLead } from '../../vocabulary/note-markers.js';

/** One part for each English title, or one without a title. */
export function readEnglish(blocks: RootContent[], tree: TextTree): EnglishPart[] {
  const parts: EnglishPart[] = [];
  let part: EnglishPart | undefined;
  let before = '';
  for (const node of blocks) {
    const role = roleOf(node);
    if (!role.startsWith('english-')) continue;
    if (!part || (role === 'english-title' && before !== 'english-title')) {
      part = { authors: [], abstract: [], keywords: [] };
      parts.push(part);
    }
    const after = before;
    before = role;
    const text = toString(node).trim();
    if (role === 'english-title') part.title = part.title ? `${part.title} ${text}` : text;
    else if (role === 'english-byline') {
      const names = englishNamesOf(text);
      keepWords([node], names, tree, 'structure:byline');
      part.authors.push(...names);
    } else if (role === 'english-affiliation') {
      // the lines of one place, or of several in one pair of brackets, go on
      const goesOn = after === role && !/^[\d(（*＊]/u.test(text);
      const places = (part.affiliations ??= []);
      const place = text.replace(starLead, '');
      keepWords([node], [place], tree, 'structure:byline');
      if (goesOn && places.length > 0) places.push(`${places.pop()!} ${place}`);
      else places.push(place);
    } else if (role === 'english-abstract') part.abstract.push(...cutLabel([node], tree));
    else {
      const label = labelOf(text)?.length ?? 0;
      const keywords = text
        .slice(label)
        .split(/\s*[;；,，、]\s*/u)
        .map((word) => word.replace(/\.$/, ''))
        .filter(Boolean);
      keepWords([node], keywords, tree, 'structure:labels');
      part.keywords.push(...keywords);
    }
  }
  return parts;
}
