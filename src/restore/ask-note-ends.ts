/**
 * Ask for the end of a note that breaks off: nothing is altered.
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
import { restoreRule } from '../diagnostics.js';
import { messages } from '../messages/en.js';
import { isComplete, spanOf, textOf } from './blocks.js';

const address = /(?:https?:\/\/|www\.)(?=\S*[^\s.]\.[a-z]{2})\S*[^\s\-_=&.]$/iu;
const closed = /[）)》”\]]$|[页頁期版]$/u;

/** Of how many notes the share that end as sentences do makes those that do not an exception. */
const nearlyAll = 0.8;

export const askNoteEnds = restoreRule({
  name: 'ask-note-ends',
  touches: 'structure',
  apply(root, context) {
    const notes = root.children.filter((node) => node.type === 'footnoteDefinition' && textOf(node).trim() !== '');
    const whole = notes.filter((node) => endsWhole(textOf(node).trimEnd()));
    const stops = notes.length > 2 && whole.length >= notes.length * nearlyAll;
    for (const node of notes) {
      const text = textOf(node).trimEnd();
      const stopped = closed.test(text);
      if (endsWhole(text) || (stopped && !stops)) continue;
      const span = spanOf(node);
      context.say('warning', messages.restore.noteBrokenOff(text), span, {
        confidence: stopped ? 'doubtful' : 'likely',
        answers: [{ key: 'find', span: { start: span.end, end: span.end } }],
      });
    }
  },
});

/** Does a note end as a sentence does, or with a whole address? */
function endsWhole(text: string): boolean {
  return isComplete(text) || address.test(text);
}
