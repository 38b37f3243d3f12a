/** Errata in the words of an errata table: 第12页倒数第3行 | 卜年 | 十年. */
import { circledNumber } from '../../stages/typeset/pdf/plan/circled-number.js';
import { fill, type EditionStrings } from '../../stages/typeset/html/edition-strings.js';
import type { ErratumRow } from '../../stages/typeset/html/errata-document.js';
import type { Errata, Erratum } from './errata-since.js';
import type { PrintedLine } from './locate-misprint.js';

export function errataRows({ errata }: Errata, strings: EditionStrings): ErratumRow[] {
  return errata.map((erratum) => {
    const { left, right } = erratum.place.around;
    const after = erratum.after || (left + right === '' ? strings.errata.nothing : '');
    return {
      place: placeInWords(erratum, strings),
      before: `${left}${erratum.before}${right}`,
      after: `${left}${after}${right}`,
    };
  });
}

function placeInWords({ article, part, place }: Erratum, { errata, labels }: EditionStrings): string {
  const { from, to, note, foot } = place;
  if (!from) return fill(errata.article, { title: article.title });
  const page = fill(errata.page, { page: from.folio });
  if (note !== undefined)
    return page + (note === 0 ? errata.titleNote : fill(errata.note, { mark: circledNumber(note) ?? `[${note}]` }));
  if (foot) return page + (part in labels ? labels[part as 'bio'].replace(/[：:]\s*$/u, '') : '');
  const line = lineInWords(from, errata);
  const end =
    to && to.folio !== from.folio
      ? errata.to + fill(errata.page, { page: to.folio }) + lineInWords(to, errata)
      : to?.line
        ? errata.to + lineInWords(to, errata)
        : '';
  return page + line + end + (part === 'h1' ? errata.alsoTitle : '');
}

function lineInWords({ line }: PrintedLine, errata: EditionStrings['errata']): string {
  return line ? fill(line.fromEnd ? errata.lineFromEnd : errata.line, { line: line.number }) : '';
}
