/**
 * The kinds of damage: a name and how a raw text of that kind is made of a clean article.
 *
 * What is set here are habits of journals and of reading programs. No kind is here because it is easy, none is left out
 * because it is hard; what cannot be told from the text alone (misread characters) is scored apart.
 */
import type { CleanArticle } from './clean-article.js';
import {
  caj,
  inChapters,
  inTraditional,
  layer,
  madeLayer,
  madeMarkdown,
  markdown,
  misreadOf,
  plain,
  plainTraditional,
  spoilt,
  wholeIssue,
  written,
  type Damaged,
  type Kind,
  type PressSettings,
} from './damage.js';
import { furniture, labels, marks } from './habits.js';
import type { MarkdownHabits } from './ocr-markdown.js';
import type { Random } from './random.js';
import { asAozora } from './aozora-text.js';
import { withTable } from './other-dress.js';
import { asAccount, asWebPage, readAcross, withNotesParted, withRadicals, withStraightMarks } from './spoil.js';
import type { LayerHabits } from './text-layer.js';
import { issueHabits, type IssueHabits } from './whole-issue.js';

/** The habits of programs known by name, as their output shows them. */
const programs = {
  mineru: { mark: marks.formula, signs: 'one', picture: (n) => `![](images/${(n * 7919).toString(16)}.jpg)` },
  marker: {
    mark: marks.raisedDigits,
    signs: 'guessed',
    boldHeadings: true,
    page: (_, place) => `{${place}}${'-'.repeat(48)}`,
    picture: (n) => `![](_page_${n}_Picture_1.jpeg)`,
    table: 'pipes',
  },
  olmocr: { mark: marks.raisedCircle, signs: 'none', picture: (n) => `![图](page_${n}_0_0.png)` },
  paddle: {
    mark: marks.formulaSpaced,
    signs: 'two',
    picture: (n) => `<div style="text-align: center;"><img src="imgs/img_${n}.jpg" alt="Image" width="61%" /></div>`,
  },
  comments: {
    mark: marks.raised,
    signs: 'right',
    page: (number) => `<!-- PageNumber="${number}" -->\n<!-- PageBreak -->`,
  },
} satisfies Record<string, Partial<MarkdownHabits>>;

const likeAnOldPdf = {
  between: '\n\n',
  page: 'space',
  spaced: 0.5,
  fullwidth: true,
  furniture: furniture.reversed,
} satisfies Partial<LayerHabits>;

export const kinds: Kind[] = [
  layer('layer: circled marks', {}),
  layer('layer: indents of two squares', { indent: '　　', furniture: furniture.heads }),
  layer('layer: indents of four spaces', { indent: '    ', furniture: furniture.dashedFolios }),
  layer(
    'layer: narrow measure',
    { air: false, furniture: furniture.heads },
    { measure: 21, noteMeasure: 25, rows: 46 },
  ),
  layer('layer: wide measure, bare pages', { furniture: furniture.bare }, { measure: 43, noteMeasure: 52, rows: 30 }),
  layer('layer: empty line after each', { between: '\n\n', page: 'space', furniture: furniture.bare }),
  layer('layer: headings with signs', { signs: true, furniture: furniture.bare }),
  layer('layer: trailing spaces', { between: '\n\n', page: 'space', trailing: true, furniture: furniture.bare }),
  layer('layer: pages not marked', { page: 'none', air: false, furniture: furniture.bare }),
  layer('layer: pages by empty lines', { page: 'blank', furniture: furniture.dottedFolios }),
  layer('layer: marks [1]', { mark: marks.bracket, furniture: furniture.heads }, { labels: labels.square }),
  layer('layer: marks ［1］', { mark: marks.bracketWide, air: false }, { labels: labels.brackets }),
  layer('layer: marks 〔1〕', { mark: marks.shell }, { labels: labels.shells }),
  layer('layer: marks 1', { mark: marks.digits, furniture: furniture.heads }),
  layer('layer: marks 〔一〕', { mark: marks.shellChinese }),
  layer('layer: marks ［Ｉ］', { mark: marks.bracketRoman, furniture: furniture.heads }),
  layer('layer: marks 1, numbered through', {
    mark: marks.digits,
    numbering: 'through',
    furniture: furniture.heads,
  }),
  layer('layer: marks ①, numbered through', { mark: marks.circled, numbering: 'through', indent: '　　' }),
  layer('layer: marks with spaces', { mark: marks.circledSpaced }),
  layer('layer: marks apart', { noteMarks: 'apart' }),
  layer('layer: marks gone from notes', { noteMarks: 'gone' }),
  layer('layer: marks gone, no empty lines', { noteMarks: 'gone', air: false, furniture: furniture.heads }),
  layer('layer: marks 1, pages not marked', {
    mark: marks.digits,
    page: 'none',
    air: false,
    furniture: furniture.bare,
  }),
  layer('layer: one call in ten lost', { callsLost: 0.1 }),
  layer('layer: notes run over', { furniture: furniture.heads }, { rows: 18, runOver: true }),
  layer('layer: heads with folios', { furniture: furniture.headsAndFolios, indent: '　　' }),
  layer('layer: folios reversed', { furniture: furniture.reversed, between: '\n\n' }),
  layer('layer: folios torn', { furniture: furniture.torn }),
  layer('layer: numbered through, at the foot', { numbering: 'through', mark: marks.bracket }),
  layer('layer: end notes [1]', { mark: marks.bracket, furniture: furniture.heads }, { endNotes: '注释：' }),
  layer('layer: end notes ①', { mark: marks.circledTight, indent: '　　' }, { endNotes: '【注释】' }),
  layer('layer: title note and people at the foot', { furniture: furniture.heads }, { bios: 'first-foot' }),
  layer('layer: spaced lines', { spaced: 0.6, page: 'space', furniture: furniture.bare }, { labels: labels.content }),
  layer('layer: full width', { fullwidth: true, indent: '　　' }),
  layer('layer: spaced, full width, heads', likeAnOldPdf),
  layer('layer: the same, marks apart', { ...likeAnOldPdf, noteMarks: 'apart' }),
  layer('layer: Latin hyphenated', { furniture: furniture.heads, indent: '　　' }, { hyphenate: true }),
  spoilt('layer: Kangxi radicals', withRadicals, (article, random) => madeLayer(article, {}, {}, random)),
  spoilt('layer: straight quotes, halfwidth marks', withStraightMarks, (article, random) =>
    madeLayer(article, { mark: marks.circled }, {}, random),
  ),
  { name: 'caj: little noise', make: caj({ noise: 0.1, torn: 0.004, folios: false, misreadCalls: false }) },
  { name: 'caj: much noise, folios', make: caj({ noise: 0.3, torn: 0.02, folios: true, misreadCalls: false }) },
  { name: 'caj: calls misread', make: caj({ noise: 0.1, torn: 0.004, folios: true, misreadCalls: true }) },
  markdown('ocr: page notes after rules', { signs: 'guessed', rule: 'always' }, { labels: labels.shells }),
  markdown('ocr: page notes, rules at times', { signs: 'guessed', rule: 'sometimes' }),
  markdown('ocr: halfwidth pages', { signs: 'guessed', rule: 'sometimes', halfwidth: 0.4 }),
  markdown('ocr: bold leads, links, escapes', { rule: 'sometimes', boldLeads: 0.1, autolinks: true, escapes: true }),
  markdown('ocr: title note and people', { signs: 'guessed', rule: 'always' }, { bios: 'first-foot' }),
  markdown('ocr: heads as headings', { heads: true, rule: 'sometimes' }),
  markdown('ocr: marks 1', { mark: marks.digits, rule: 'sometimes' }),
  markdown('ocr: notes run over', { rule: 'always' }, { rows: 18, runOver: true }),
  markdown('ocr: end notes', { mark: marks.raised, numbering: 'through' }, { endNotes: '注释' }),
  markdown('program: MinerU', programs.mineru),
  markdown('program: MinerU, digits', { ...programs.mineru, mark: marks.formulaDigits }),
  markdown('program: MinerU, textcircled', { ...programs.mineru, mark: marks.textcircled }),
  markdown('program: marker', programs.marker),
  markdown('program: olmOCR', programs.olmocr),
  markdown('program: PaddleOCR', programs.paddle),
  markdown('program: page comments', programs.comments),
  plain('plain: end notes [1]', { notesUnder: '注释：' }),
  plain('plain: end notes 〔1〕', {
    mark: marks.shell,
    notesUnder: '【注释】',
    indent: '　　',
    labels: labels.brackets,
  }),
  plain('plain: end notes ①', { mark: marks.circledTight, notesUnder: '注释', between: '\n\n' }),
  plain('plain: end notes ［1］', { mark: marks.bracketWide, notesUnder: '参考文献：', labels: labels.square }),
  plain('plain: end notes 【1】', { mark: marks.lenticular, notesUnder: '注：', indent: '　　' }),
  plain('plain: end notes [注1]', { mark: marks.labelled, notesUnder: '注释：' }),
  plain('plain: end notes 〔一〕', { mark: marks.shellChinese, notesUnder: '注：', indent: '　　' }),
  plain('plain: end notes 1', { mark: marks.digits, notesUnder: '注释：', between: '\n\n' }),
  spoilt('plain: notes of two paragraphs', withNotesParted, plain('', { notesUnder: '注释：' }).make),
  spoilt('web: page of a site', asWebPage, plain('', { mark: marks.shell, notesUnder: '注释：' }).make),
  spoilt('web: public account', asAccount, plain('', { notesUnder: '注释', indent: '　　' }).make),
  {
    name: 'tables: tabs',
    make: (article, random) => plain('', { notesUnder: '注释：' }).make(withTable(article, random), random),
  },
  {
    name: 'tables: a cell a line',
    make: (article, random) =>
      plain('', { notesUnder: '注释：', table: 'cells' }).make(withTable(article, random), random),
  },
  {
    name: 'tables: layer',
    make: (article, random) => madeLayer(withTable(article, random), { indent: '　　' }, {}, random),
  },
  {
    name: 'tables: Markdown',
    make: (article, random) =>
      madeMarkdown(withTable(article, random), { ...programs.mineru, rule: 'sometimes' }, {}, random),
  },
  { name: 'aozora', make: asAozora },
  plain('plain: notes within the text', { mark: marks.circledTight, indent: '　　' }),
  { name: 'clean: Markdown with metadata', make: written(true) },
  { name: 'clean: Markdown', make: written(false) },
  {
    name: 'book: chapters, layer',
    make: inChapters((article, random) => madeLayer(article, { indent: '　　' }, {}, random)),
  },
  {
    name: 'book: chapters, Markdown',
    make: inChapters((article, random) => madeMarkdown(article, { signs: 'guessed', rule: 'always' }, {}, random)),
  },
  {
    name: 'traditional: layer',
    make: inTraditional((article, random) => madeLayer(article, { mark: marks.circled }, {}, random)),
  },
  {
    name: 'traditional: Markdown',
    make: inTraditional((article, random) => madeMarkdown(article, { rule: 'sometimes' }, {}, random)),
  },
  plainTraditional('traditional: plain, end notes'),
  issueLayer('whole issue: layer', issueHabits.layer, {}),
  issueLayer('whole issue: layer, pages by spaces', issueHabits.spaces, { page: 'space' }),
  issueLayer('whole issue: layer, pages not marked', issueHabits.layerRunOn, { page: 'none' }),
  issueLayer('whole issue: contents, authors first', issueHabits.authorsFirst, { furniture: furniture.heads }),
  issueLayer('whole issue: contents of two lines', issueHabits.twoLines, { indent: '　　' }),
  issueLayer('whole issue: contents, pages first', issueHabits.pagesFirst, { between: '\n\n' }),
  issueLayer('whole issue: contents read across', issueHabits.abreast, { mark: marks.bracket }),
  issueLayer('whole issue: no contents', issueHabits.withoutContents, { furniture: furniture.folios }),
  issueMarkdown('whole issue: Markdown', issueHabits.markdown, { signs: 'guessed' }),
  issueMarkdown('whole issue: Markdown, leaders', issueHabits.markdownLeaders, { signs: 'none' }),
  { name: 'mixed layers', make: mixedLayer },
  { name: 'mixed Markdown', make: mixedMarkdown },
  {
    name: 'misread, 1 look-alike in 50: layer',
    apart: true,
    make: misreadOf((article, random) => madeLayer(article, {}, {}, random)),
  },
  {
    name: 'misread, 1 look-alike in 50: Markdown',
    apart: true,
    make: misreadOf((article, random) => madeMarkdown(article, { rule: 'always' }, {}, random)),
  },
  {
    name: 'layer: columns read across',
    make: (clean, random) => {
      const { english: _, ...inChinese } = clean;
      const columns = { measure: 20, noteMeasure: 25, openingMeasure: 40, rows: 70 };
      const { article, raw } = madeLayer(
        inChinese,
        { furniture: furniture.bare, air: false, indent: '　　' },
        columns,
        random,
      );
      const opening = raw.split('\n').findIndex((line) => line.includes('作者简介')) + article.bios.length;
      return { article, raw: readAcross(raw, 2, opening) };
    },
  },
];

function issueLayer(name: string, issue: IssueHabits, habits: Partial<LayerHabits>): Kind {
  return {
    name,
    make: wholeIssue(issue, (article, set, random) =>
      madeLayer(article, { furniture: furniture.headsAndFolios, ...habits }, set, random),
    ),
  };
}

function issueMarkdown(name: string, issue: IssueHabits, habits: Partial<MarkdownHabits>): Kind {
  return {
    name,
    make: wholeIssue(issue, (article, set, random) =>
      madeMarkdown(article, { rule: 'sometimes', ...habits }, set, random),
    ),
  };
}

/** Any habits together that one page can have. */
function mixedLayer(article: CleanArticle, random: Random): Damaged {
  const measure = random.between(20, 44);
  const set: PressSettings = {
    measure,
    noteMeasure: Math.round(measure * 1.25),
    rows: random.between(22, 46),
    runOver: random.chance(0.3),
    bios: random.pick(['below-keywords', 'first-foot']),
    labels: random.pick(Object.values(labels)),
    ...(random.chance(0.2) && { endNotes: random.pick(['注释：', '【注释】', '注释']) }),
  };
  const habits: Partial<LayerHabits> = {
    mark: random.pick([
      marks.circled,
      marks.circledTight,
      marks.circledSpaced,
      marks.bracket,
      marks.bracketWide,
      marks.shell,
    ]),
    furniture: random.pick(Object.values(furniture)),
    indent: random.pick(['', '', '　　', '    ', '  ']),
    between: random.pick(['\n', '\n\n']),
    page: random.pick(['form-feed', 'space', 'blank']),
    air: random.chance(0.5),
    signs: random.chance(0.1),
    spaced: random.pick([0, 0, 0.3, 0.8]),
    fullwidth: random.chance(0.3),
    trailing: random.chance(0.2),
    numbering: random.pick(['page', 'page', 'through']),
  };
  return madeLayer(article, habits, set, random);
}

function mixedMarkdown(article: CleanArticle, random: Random): Damaged {
  const habits: Partial<MarkdownHabits> = {
    mark: random.pick([
      marks.raised,
      marks.raisedDigits,
      marks.raisedCircle,
      marks.formula,
      marks.bracket,
      marks.circled,
    ]),
    signs: random.pick(['right', 'one', 'two', 'guessed']),
    boldHeadings: random.chance(0.3),
    rule: random.pick(['always', 'never', 'sometimes']),
    page: random.pick([
      () => undefined,
      () => undefined,
      programs.marker.page,
      programs.comments.page,
      (n: number) => `<!-- page ${n} -->`,
    ]),
    halfwidth: random.pick([0, 0, 0.3]),
    boldLeads: random.pick([0, 0.05]),
    autolinks: random.chance(0.3),
    escapes: random.chance(0.3),
    table: random.pick(['pipes', 'html']),
    heads: random.chance(0.2),
    numbering: random.pick(['page', 'page', 'through']),
  };
  const set: PressSettings = {
    rows: random.between(20, 44),
    runOver: random.chance(0.3),
    labels: random.pick(Object.values(labels)),
    bios: random.pick(['below-keywords', 'first-foot']),
  };
  return madeMarkdown(article, habits, set, random);
}
