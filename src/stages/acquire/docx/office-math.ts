/** Formulas of Word (OMML, ECMA-376 part 1, 22.1): an element in, TeX out, by way of MathML. */
import { MathMLToLaTeX } from 'mathml-to-latex';
import type { Element } from 'xast';
import { elementAt, elements, textWithin } from '../structured/parse-xml.js';

export function officeMathToTex(formula: Element): string {
  return MathMLToLaTeX.convert(`<math>${row(formula)}</math>`).trim();
}

const escape = (words: string): string => words.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
const value = (element: Element | undefined): string | undefined => element?.attributes['m:val'] ?? undefined;
const row = (element: Element | undefined): string => `<mrow>${elements(element).map(read).join('')}</mrow>`;
const part = (element: Element, name: string): string => row(elementAt(element, name));
const sign = (words: string): string => `<mo>${escape(words)}</mo>`;

/** What each element becomes; others stand for what they hold. */
const readers: Readonly<Record<string, (element: Element) => string>> = {
  'm:r': (run) => tokens(elements(run, 'm:t').map(textWithin).join('')),
  'm:f': (f) => `<mfrac>${part(f, 'm:num')}${part(f, 'm:den')}</mfrac>`,
  'm:sSup': (s) => `<msup>${part(s, 'm:e')}${part(s, 'm:sup')}</msup>`,
  'm:sSub': (s) => `<msub>${part(s, 'm:e')}${part(s, 'm:sub')}</msub>`,
  'm:sSubSup': (s) => `<msubsup>${part(s, 'm:e')}${part(s, 'm:sub')}${part(s, 'm:sup')}</msubsup>`,
  'm:sPre': (s) => `<msubsup><mrow></mrow>${part(s, 'm:sub')}${part(s, 'm:sup')}</msubsup>${part(s, 'm:e')}`,
  'm:rad': (r) => {
    const degree = elementAt(r, 'm:deg');
    const isSquare = degree === undefined || textWithin(degree).trim() === '';
    return isSquare ? `<msqrt>${part(r, 'm:e')}</msqrt>` : `<mroot>${part(r, 'm:e')}${row(degree)}</mroot>`;
  },
  'm:nary': (n) => {
    const operator = sign(value(elementAt(n, 'm:naryPr', 'm:chr')) ?? '∫');
    return `<munderover>${operator}${part(n, 'm:sub')}${part(n, 'm:sup')}</munderover>${part(n, 'm:e')}`;
  },
  'm:d': (d) => {
    const properties = elementAt(d, 'm:dPr');
    const [open, close] = [
      value(elementAt(properties, 'm:begChr')) ?? '(',
      value(elementAt(properties, 'm:endChr')) ?? ')',
    ];
    const between = sign(value(elementAt(properties, 'm:sepChr')) ?? '|');
    return `${open && sign(open)}${elements(d, 'm:e').map(row).join(between)}${close && sign(close)}`;
  },
  'm:func': (f) => `${part(f, 'm:fName')}${part(f, 'm:e')}`,
  'm:limLow': (l) => `<munder>${part(l, 'm:e')}${part(l, 'm:lim')}</munder>`,
  'm:limUpp': (l) => `<mover>${part(l, 'm:e')}${part(l, 'm:lim')}</mover>`,
  'm:acc': (a) => `<mover>${part(a, 'm:e')}${sign(value(elementAt(a, 'm:accPr', 'm:chr')) ?? '^')}</mover>`,
  'm:bar': (b) => `<mover>${part(b, 'm:e')}${sign('¯')}</mover>`,
  'm:m': (m) =>
    `<mtable>${elements(m, 'm:mr')
      .map(
        (one) =>
          `<mtr>${elements(one, 'm:e')
            .map((cell) => `<mtd>${row(cell)}</mtd>`)
            .join('')}</mtr>`,
      )
      .join('')}</mtable>`,
  'm:eqArr': (e) =>
    `<mtable>${elements(e, 'm:e')
      .map((one) => `<mtr><mtd>${row(one)}</mtd></mtr>`)
      .join('')}</mtable>`,
};

function read(element: Element): string {
  const reader = readers[element.name];
  if (reader) return reader(element);
  return /Pr$/u.test(element.name) ? '' : elements(element).map(read).join('');
}

/** Words of a run as identifiers, numbers and operators. */
function tokens(words: string): string {
  return (words.match(/\d+(?:\.\d+)?|\p{Script=Han}+|[a-z]{2,}(?=\s|$)|\S/gu) ?? [])
    .map((token) => {
      if (/^\d/u.test(token)) return `<mn>${token}</mn>`;
      if (/^\p{Script=Han}/u.test(token)) return `<mtext>${token}</mtext>`;
      return /^\p{L}/u.test(token) ? `<mi>${escape(token)}</mi>` : sign(token);
    })
    .join('');
}
