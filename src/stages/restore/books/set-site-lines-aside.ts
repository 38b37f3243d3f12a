/**
 * Set aside what sites put among the lines of a novel.
 *
 * Damage: （本章完）, addresses, requests to bookmark the page stand between paragraphs.
 * Evidence: the whole line is one of a site's.
 * Leaves alone: （全书完） and what the author says to readers; a sentence of the text that has such words in it.
 *
 * @example
 *   before: 雨停了。
 *           （本章完）
 *   after:  雨停了。
 */
import { restoreRule } from '../../../diagnostics/index.js';
import { messages } from '../../../messages/index.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { isSiteLine } from '../../../vocabulary/books/site-lines.js';
import { isParagraph, spanOf, textOf } from '../blocks.js';

export const setSiteLinesAside = restoreRule({
  name: 'set-site-lines-aside',
  touches: 'furniture',
  apply(root, context) {
    let count = 0;
    root.children = root.children.filter((node) => {
      if (!isParagraph(node) || !isSiteLine(textOf(node))) return true;
      context.setAside(withoutBlanks(textOf(node)), spanOf(node), node);
      count++;
      return false;
    });
    if (count > 0) context.say('remark', messages.books.siteLines(count), { start: 0, end: 0 });
  },
});
