/**
 * Find notes that stand at their page's foot without marks, by the marks in the page's text.
 *
 * Damage: the marks before the notes were not read; ①②③ in the text are left, their notes look like paragraphs.
 * Evidence: the page's text calls as many notes as its last lines hold, told by the ends of their sentences; an empty line,
 * a wider measure or a cut sentence parts them from the body, and half of them name a source.
 * Leaves alone: pages whose notes show their marks, and pages that call nothing.
 *
 * @example wrapped
 *   before: 印刷史上有两份记录。
 *           活字印刷在中国史料中留下两份①较为完整的
 *           工艺记录②，其一是毕昇的泥活字，其二也
 *
 *           沈括：《梦溪笔谈》卷十八。
 *           王祯：《农书》卷二十二。
 *            是王祯的木活字，二者不同。
 *   after:  印刷史上有两份记录。
 *           活字印刷在中国史料中留下两份①较为完整的
 *           工艺记录②，其一是毕昇的泥活字，其二也
 *           note: 沈括：《梦溪笔谈》卷十八。
 *           note: 王祯：《农书》卷二十二。
 *           是王祯的木活字，二者不同。
 */
import type { Paragraph, RootContent } from 'mdast';
import type { Survey, Span } from '../../model/index.js';
import { restoreRule } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { headingNumeralOf } from '../../vocabulary/headings.js';
import { callPattern, citesSource } from '../../vocabulary/note-markers.js';
import { append, isComplete, isParagraph, isTextBlock, roleOf, setRole, spanOf, textOf } from './blocks.js';
import { markOf } from './note-marks.js';
import { partNotes } from './part-notes.js';
import { pagesOf, showsPages } from './pages.js';

/** Most lines of a note that has several. */
const longestNote = 8;
/** How many signs speak for notes, and how many of them are enough. */
const signs = 5;
const enough = 3;
/** Share of empty lines from which they part nothing: every line has one. */
const airy = 0.3;

export const findUnmarkedNotes = restoreRule({
  name: 'find-unmarked-notes',
  touches: 'structure',
  apply(root, { survey, say }) {
    const blocks = root.children;
    if (survey.kind === 'caj' || !showsPages(blocks, survey)) return;
    const gone = new Set<RootContent>();
    // no note of the text shows its mark: then the first words of one are enough to tell where they begin
    const bare = survey.blankShare < airy && !blocks.some((node) => markOf(node) !== undefined);
    for (const page of pagesOf(blocks, survey)) {
      const calls = callsOf(blocks, page);
      if (calls === 0) continue;
      const found = footOf(blocks, page, calls, survey, bare);
      if (!found) continue;
      const { notes, weight } = found;
      for (const [first, ...rest] of notes) {
        setRole(first!, 'note');
        for (const line of rest) {
          append(first!, line);
          gone.add(line);
        }
      }
      say('warning', messages.restore.notesByOrder(calls), spanOf(notes[0]![0]!), {
        confidence: 'likely',
        weight: weight / signs,
      });
    }
    if (gone.size > 0) root.children = blocks.filter((node) => !gone.has(node));
  },
});

/** Marks in a page's text; 0 where a note of the page shows its own. */
function callsOf(blocks: RootContent[], { start, end }: Span): number {
  let calls = 0;
  for (const node of blocks.slice(start, end)) {
    if (roleOf(node) === 'note' || (roleOf(node) === 'body' && markOf(node) !== undefined)) return 0;
    if (isTextBlock(node) && ['body', 'abstract'].includes(roleOf(node)))
      calls += textOf(node).match(callPattern)?.length ?? 0;
  }
  return calls;
}

/** The lines of a page's last notes, as many notes as are called; undefined where they cannot be told. */
function footOf(
  blocks: RootContent[],
  page: Span,
  notes: number,
  survey: Survey,
  bare: boolean,
): { weight: number; notes: Paragraph[][] } | undefined {
  const lines: Paragraph[] = [];
  let best: { weight: number; notes: Paragraph[][] } | undefined;
  for (let at = page.end - 1; at > page.start && lines.length < notes * longestNote; at--) {
    const node = blocks[at]!;
    if (!isParagraph(node) || roleOf(node) !== 'body' || !node.data?.line) break;
    const text = textOf(node);
    if (text.search(callPattern) >= 0 || headingNumeralOf(text)) break;
    lines.unshift(node);
    const found = partNotes(lines, notes);
    const weight = found ? weigh(blocks[at - 1]!, found, survey, bare) : 0;
    if (found && weight >= (best?.weight ?? enough)) best = { weight, notes: found };
  }
  return best;
}

/** How much speaks for notes: what parts them from the line above, their measure, the sources that they name. */
function weigh(above: RootContent, notes: Paragraph[][], { bodyWidth, blankShare }: Survey, bare: boolean): number {
  if (!isParagraph(above) || headingNumeralOf(textOf(above))) return 0;
  const lines = notes.flat().map(({ data }) => data!.line!);
  const parted = lines[0]!.blankBefore > 0 && blankShare < airy;
  const wider = Math.max(...lines.map(({ width }) => width)) > bodyWidth + 2;
  const aboveIsBody = (above.data?.line?.width ?? 0) <= bodyWidth + 1;
  const opens = lines[0]!.width > bodyWidth + 2 || (bare && citesSource.test(textOf(notes[0]![0]!)));
  if (!parted && !(aboveIsBody && opens)) return 0;
  const cites = notes.filter((one) => citesSource.test(one.map(textOf).join(''))).length * 2 >= notes.length;
  return (
    (parted ? 1 : 0) + (isComplete(textOf(above)) ? 0 : 1) + (wider ? 1 : 0) + (cites ? 1 : 0) + (aboveIsBody ? 1 : 0)
  );
}
