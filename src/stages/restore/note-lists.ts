/**
 * Where the notes of an article stand in a list at its end (注释：), and which lines above it open with a call.
 *
 * A call may open a line of a carelessly set page. Where a list of notes follows that holds its mark, the line is no note.
 */
import type { RootContent } from 'mdast';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { noteListHeadings } from '../../vocabulary/headings.js';
import { dataOf, isTextBlock, roleOf, textOf } from './blocks.js';
import { markOf } from './note-marks.js';

/** Notes behind one another: where the first stands, and their marks. */
interface List {
  at: number;
  marks: Set<number>;
}

/** Asked from the first line of a text to its last. */
export class NoteLists {
  private readonly headings = new Set<number>();
  private readonly titles: number[] = [];
  private readonly lists: List[] = [];

  constructor(lines: RootContent[]) {
    let list: List | undefined;
    lines.forEach((node, i) => {
      const role = roleOf(node);
      if (role === 'title') this.titles.push(i);
      if (role === 'title') list = undefined;
      if (isTextBlock(node) && role === 'body' && noteListHeadings.test(withoutBlanks(textOf(node)))) {
        const first = lines[i + 1];
        if (first && (markOf(first) !== undefined || roleOf(first) === 'note')) {
          this.headings.add(i);
          this.lists.push((list = { at: i + 1, marks: new Set() }));
        }
      }
      // notes that were found already
      if (role === 'note' && roleOf(lines[i - 1] ?? node) !== 'note')
        this.lists.push((list = { at: i, marks: new Set() }));
      const mark = role === 'note' ? dataOf(node).mark : list && markOf(node);
      if (typeof mark === 'number') list?.marks.add(mark);
    });
  }

  /** Does a list begin right at this line? */
  begins(at: number): boolean {
    return this.headings.has(at - 1);
  }

  /** Is the mark that a line opens with a call, whose note stands in the next list of the article? */
  calls(at: number, mark: number): boolean {
    while (this.lists[0] && this.lists[0].at <= at) this.lists.shift();
    while (this.titles[0] !== undefined && this.titles[0] <= at) this.titles.shift();
    const [list] = this.lists;
    return list !== undefined && list.at < (this.titles[0] ?? Infinity) && list.marks.has(mark);
  }
}
