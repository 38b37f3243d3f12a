/**
 * Ask for the end of a note, or of a line that names a source, that breaks off: nothing is altered.
 *
 * Damage: the last words of a note are lost with the foot of its page: …，下载地址为：http://www.ex-
 * Evidence: the note ends neither a sentence nor an address.
 * Leaves alone: notes that end with a page or a title, unless nearly all others of the text have a full stop behind it.
 *
 * @example wrapped
 *   before: 印刷史上有两份记录。①
 *           活字印刷在中国史料中留下较为完整的
 *           ① 沈括：《梦溪笔谈》卷十八，第三
 *            工艺记录。
 *   after:  印刷史上有两份记录。{n1}
 *           活字印刷在中国史料中留下较为完整的工艺记录。
 *           {n1}: 沈括：《梦溪笔谈》卷十八，第三
 */
import type { RootContent } from 'mdast';
import { restoreRule } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { dataOf, isComplete, spanOf, textOf } from './blocks.js';

const address = /(?:https?:\/\/(?:www\.)?|www\.)(?!www\.)(?=[^\s./]+\.[a-z\d-]{2})\S*[^\s\-_=&.]$/iu;
const begunAddress = /(?:https?:|www\.)\S*$/iu;
/** With a bracket, a page, or the pages of an entry: 2013（17）：40-42. */
const closed = /[）)》”\]]$|[页頁期版]$|[：:,，]\s*\d+(?:[-–—~～]\d+)?$/u;
/** A Latin point ends a Chinese note, too, where it stands behind a number or a letter. */
const latinStop = /[\dA-Za-z）)\]][.．]$/u;

/** Which share of the notes that are whole must have a full stop, for those without one to be asked about. */
const nearlyAll = 0.8;

export const askNoteEnds = restoreRule({
  name: 'ask-note-ends',
  touches: 'structure',
  apply(root, context) {
    const notes = root.children.filter((node) => node.type === 'footnoteDefinition' && textOf(node).trim() !== '');
    const stopless = notes.filter((node) => closed.test(textOf(node).trimEnd()) && !endsWhole(node)).length;
    const whole = notes.filter(endsWhole).length;
    const stops = whole > 2 && whole >= (whole + stopless) * nearlyAll;
    // a line that names a source is asked about only where an address is torn: few of them have a full stop
    const sources = root.children.filter((node) => dataOf(node).source && begunAddress.test(textOf(node)));
    for (const node of [...notes, ...sources]) {
      const text = textOf(node).trimEnd();
      const stopped = closed.test(text);
      if (endsWhole(node) || (stopped && !stops)) continue;
      const span = spanOf(node);
      context.say('warning', messages.restore.noteBrokenOff(text, node.type === 'footnoteDefinition'), span, {
        confidence: stopped ? 'doubtful' : 'likely',
        answers: [{ key: 'find', span: { start: span.end, end: span.end } }],
      });
    }
  },
});

/** Does a note end as a sentence does, or with a whole address? */
function endsWhole(node: RootContent): boolean {
  const text = textOf(node).trimEnd();
  return isComplete(text) || latinStop.test(text) || address.test(text);
}
