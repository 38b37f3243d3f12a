/**
 * Pages as programs write them that read pictures of pages and make Markdown: pages in, a raw text out.
 *
 * A paragraph is a line, cut where its page ends; signs before headings are guessed; notes stand where the page had them.
 */
import { calls, noteOf, type CleanArticle } from './clean-article.js';
import type { MarkStyle } from './habits.js';
import type { Random } from './random.js';
import type { SetLine, SetPage } from './set-pages.js';

export interface MarkdownHabits {
  mark: MarkStyle;
  /** Signs before headings: as many as the rank asks, one for all, guessed. */
  signs: 'right' | 'one' | 'two' | 'guessed' | 'none';
  /** Headings are also bold. */
  boldHeadings: boolean;
  /** Before the notes of a page: a rule, nothing, either. */
  rule: 'always' | 'never' | 'sometimes';
  /** What stands between two pages. */
  page: (number: number, place: number) => string | undefined;
  /** Share of the pages with halfwidth marks, straight quotes and spaces round figures. */
  halfwidth: number;
  /** Share of the paragraphs that open in bold. */
  boldLeads: number;
  /** Addresses come as links to themselves. */
  autolinks: boolean;
  /** Stars and dollars are escaped. */
  escapes: boolean;
  table: 'pipes' | 'html';
  /** The line of a picture, where the page had one. */
  picture: (number: number) => string | undefined;
  /** The running head is read as a heading of its page. */
  heads: boolean;
  numbering: 'page' | 'through';
}

export const plainMarkdown: Omit<MarkdownHabits, 'mark'> = {
  signs: 'one',
  boldHeadings: false,
  rule: 'never',
  page: () => undefined,
  halfwidth: 0,
  boldLeads: 0,
  autolinks: false,
  escapes: false,
  table: 'html',
  picture: () => undefined,
  heads: false,
  numbering: 'page',
};

export function readMarkdown(pages: SetPage[], article: CleanArticle, habits: MarkdownHabits, random: Random): string {
  const out: string[] = [];
  const numbers = new Map<number, number>();
  const tables = article.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
  pages.forEach(({ number, lines, notes }, place) => {
    const between = place > 0 || habits.page(0, 0) !== undefined ? habits.page(number, place) : undefined;
    if (between !== undefined) out.push(between);
    if (habits.heads && place > 0) out.push(`# ${number % 2 === 0 ? '刊本通讯' : article.title}`);
    const isHalf = random.chance(habits.halfwidth);
    const dress = (text: string): string => {
      let done = isHalf ? inHalfwidth(text) : text;
      if (habits.escapes) done = done.replace(/[*$_](?!\{)/gu, '\\$&');
      if (habits.autolinks) done = done.replace(/https?:[\w./?&=%#~:\\-]+[\w/]/gu, '[$&]($&)');
      return done;
    };
    let onPage = 0;
    for (const { note, continued } of notes)
      if (note >= 0 && !continued) numbers.set(note, habits.numbering === 'through' ? note + 1 : ++onPage);
    for (const group of blocksOf(lines)) {
      const [first] = group;
      if (first!.kind === 'cells') {
        if (out.at(-1) !== '\uF8F2') out.push('\uF8F2');
        continue;
      }
      const isNote = first!.kind === 'end-note';
      const text = dress(joinLines(group.map((line) => line.text))).replace(calls, (call, at: number) =>
        isNote && at === 0
          ? habits.mark.note(noteOf(call) + 1)
          : habits.mark.call(numbers.get(noteOf(call)) ?? noteOf(call) + 1),
      );
      out.push(dressed(first!, text, habits, random));
    }
    const rule = habits.rule === 'always' || (habits.rule === 'sometimes' && random.chance(0.7));
    if (rule && notes.length > 0) out.push('---');
    for (const { note, lines: words, continued } of notes) {
      const lead = note < 0 || continued ? '' : habits.mark.note(numbers.get(note)!);
      out.push(lead + dress(joinLines(words)));
    }
    if (lines.some(({ text }) => /^图\d/u.test(text))) {
      const picture = habits.picture(number);
      const at = out.findIndex((text) => /^图\d/u.test(text));
      if (picture) out.splice(at, 0, picture);
    }
  });
  const table = tables[0] ? writtenTable(tables[0], habits.table) : '';
  return `${out.map((text) => (text === '\uF8F2' ? table : text)).join('\n\n')}\n`;
}

function dressed({ kind, rank, first }: SetLine, text: string, habits: MarkdownHabits, random: Random): string {
  const bold = (words: string): string => (habits.boldHeadings ? `**${words}**` : words);
  const sign = (right: number): string =>
    ({
      right: '#'.repeat(right),
      one: '#',
      two: '##',
      guessed: '#'.repeat(random.between(1, 4)),
      none: '',
    })[habits.signs];
  if (kind === 'title') return habits.signs === 'none' ? text : `# ${bold(text)}`;
  if (kind === 'heading') return `${sign(rank + 1)} ${bold(text)}`.trim();
  if (kind === 'body' && first && random.chance(habits.boldLeads))
    return text.replace(/^[^，。：；]{2,16}[，。：；]/u, '**$&**');
  return text;
}

function blocksOf(lines: SetLine[]): SetLine[][] {
  const groups: SetLine[][] = [];
  for (const line of lines) {
    if (groups.at(-1)?.[0]?.block === line.block) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** A space between two lines of Latin, unless an address was cut there; none beside Chinese. */
export function joinLines(lines: string[]): string {
  return lines.reduce((text, line) => {
    const cutAddress = /https?:\S*[/.?&=-]$/u.test(text);
    return (
      text + (!cutAddress && /[\u0021-\u007e’–]$/u.test(text) && /^[\u0021-\u007e“]/u.test(line) ? ' ' : '') + line
    );
  }, '');
}

function writtenTable(rows: string[][], form: 'pipes' | 'html'): string {
  if (form === 'pipes') {
    const [head, ...rest] = rows.map((row) => `| ${row.join(' | ')} |`);
    return [head, `|${rows[0]!.map(() => ' --- |').join('')}`, ...rest].join('\n');
  }
  return `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
}

/** As some programs write whole pages: marks of Latin, straight quotes, spaces round figures and words of Latin. */
export function inHalfwidth(text: string): string {
  const marks = new Map(
    Object.entries({ '，': ', ', '；': '; ', '：': ': ', '（': ' (', '）': ') ', '“': '"', '”': '"' }),
  );
  return text
    .replace(/[，；：（）“”]/gu, (mark) => marks.get(mark)!)
    .replace(/(?<=\p{Script=Han})(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=\p{Script=Han})/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .trim();
}
