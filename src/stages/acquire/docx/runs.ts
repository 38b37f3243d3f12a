/**
 * Words of a Word document in the line: a paragraph's element in, inline nodes out, with what was left out at its place.
 *
 * Changes are taken as accepted; of alternatives the first is read, as Word shows it.
 */
import type { PhrasingContent } from 'mdast';
import type { Element, Node } from 'xast';
import type { Inline } from '../structured/lay-out.js';
import { elementAt, elements, elementsBelow, textWithin } from '../structured/parse-xml.js';
import { fieldWords } from './field-words.js';
import { officeMathToTex } from './office-math.js';
import { isOn, valueOf } from './styles.js';

/** What runs ask of the document that they stand in, and what they tell it. */
export interface RunContext {
  /** The address of a part or page that a relation leads to. */
  target(relation: string | undefined): { address: string; external: boolean } | undefined;
  /** Notes that are called, `f3` or `e1`, in order. */
  called: string[];
  /** Stretches that tracked changes have added and deleted. */
  inserted: number;
  deleted: string[];
  /** What cannot be read, by name. */
  unread: Set<string>;
  /** Boxes of text that hang on the paragraph: they are set behind it. */
  boxes: Element[];
}

/** A field that has been opened and not closed: its instruction, and whether its result has begun. */
interface Field {
  instruction: string;
  inResult: boolean;
  handled: boolean;
}

/** Private characters of the fonts Symbol and Wingdings that documents have in running text. */
const symbols: Readonly<Record<string, string>> = {
  'symbol f0b7': '•',
  'symbol f0b4': '×',
  'symbol f0b0': '°',
  'symbol f0b1': '±',
  'symbol f06d': 'μ',
  'symbol f061': 'α',
  'symbol f062': 'β',
  'symbol f067': 'γ',
  'symbol f064': 'δ',
  'symbol f070': 'π',
  'symbol f0a3': '≤',
  'symbol f0b3': '≥',
  'symbol f0ae': '→',
  'wingdings f0a7': '▪',
  'wingdings f06c': '●',
  'wingdings f06e': '■',
  'wingdings f0fc': '✓',
  'wingdings f081': '①',
  'wingdings f082': '②',
  'wingdings f083': '③',
  'wingdings f084': '④',
  'wingdings f085': '⑤',
  'wingdings f086': '⑥',
  'wingdings f087': '⑦',
  'wingdings f088': '⑧',
  'wingdings f089': '⑨',
};

export class RunReader {
  private readonly fields: Field[] = [];

  constructor(private readonly context: RunContext) {}

  /** @param heading words of a heading are not set in bold or italic */
  read(parent: Element, heading = false): Inline[] {
    return merged(this.children(parent, heading));
  }

  /** Is a list of contents being made by a field here? */
  get inContents(): boolean {
    return this.fields.some(({ instruction }) => /^\s*TOC\b/iu.test(instruction));
  }

  private children(parent: Element, heading: boolean): Inline[] {
    return elements(parent).flatMap((child) => this.node(child, heading));
  }

  private node(element: Element, heading: boolean): Inline[] {
    const { context } = this;
    switch (element.name) {
      case 'w:r':
        return this.run(element, heading);
      case 'w:ins':
      case 'w:moveTo':
        context.inserted++;
        return this.children(element, heading);
      case 'w:del':
      case 'w:moveFrom': {
        const words = elementsBelow(element, 'w:delText')
          .concat(elementsBelow(element, 'w:t'))
          .map(textWithin)
          .join('');
        if (words === '') return [];
        context.deleted.push(words);
        return [{ type: 'leftOut', reason: 'deleted', value: words }];
      }
      case 'w:hyperlink':
        return this.link(element, heading);
      case 'w:fldSimple': {
        const known = fieldWords(element.attributes['w:instr'] ?? '');
        return known ?? this.children(element, heading);
      }
      case 'm:oMath':
        return [{ type: 'inlineMath', value: officeMathToTex(element) }];
      case 'm:oMathPara':
        return elements(element, 'm:oMath').map((one): Inline => ({
          type: 'inlineMath',
          value: officeMathToTex(one),
          data: { display: true },
        }));
      case 'mc:AlternateContent':
        return this.children(elementAt(element, 'mc:Choice') ?? element, heading);
      case 'w:sdt':
        return this.children(elementAt(element, 'w:sdtContent') ?? element, heading);
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
        return this.children(element, heading);
      default:
        return [];
    }
  }

  private link(element: Element, heading: boolean): Inline[] {
    const children = this.children(element, heading);
    const target = this.context.target(element.attributes['r:id'] ?? undefined);
    if (!target?.external || !/^(?:https?|mailto):/iu.test(target.address)) return children;
    return [{ type: 'link', url: target.address, children: merged(children) as never }];
  }

  private run(run: Element, heading: boolean): Inline[] {
    const properties = elementAt(run, 'w:rPr');
    const out: Inline[] = [];
    for (const child of elements(run)) out.push(...this.part(child, run));
    const words = out.filter(({ type }) => type !== 'leftOut');
    if (words.length === 0) return out;
    if (isOn(elementAt(properties, 'w:vanish')))
      return [{ type: 'leftOut', reason: 'hidden', value: elementsBelow(run, 'w:t').map(textWithin).join('') }];
    return styled(out, properties, heading);
  }

  /** A part of a run. */
  private part(element: Element, run: Element): Inline[] {
    const { context } = this;
    const field = this.fields.at(-1);
    if (element.name === 'w:fldChar') return this.fieldSign(element);
    if (element.name === 'w:instrText') {
      if (field && !field.inResult) field.instruction += textWithin(element);
      return [];
    }
    // what a field shows that was read from its instruction is not read twice
    if (this.fields.some(({ inResult, handled }) => !inResult || handled)) return [];
    switch (element.name) {
      case 'w:t':
        return [{ type: 'text', value: textWithin(element) }];
      case 'w:tab':
      case 'w:ptab':
        return [{ type: 'text', value: '\u3000' }];
      case 'w:br':
        return element.attributes['w:type'] === 'page' || element.attributes['w:type'] === 'column'
          ? []
          : [{ type: 'break' }];
      case 'w:cr':
        return [{ type: 'break' }];
      case 'w:noBreakHyphen':
        return [{ type: 'text', value: '-' }];
      case 'w:sym':
        return [{ type: 'text', value: this.symbol(element) }];
      case 'w:footnoteReference':
        return this.call('f', element, run);
      case 'w:endnoteReference':
        return this.call('e', element, run);
      case 'w:ruby':
        return this.ruby(element);
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.drawing(element);
      case 'mc:AlternateContent':
        return elements(elementAt(element, 'mc:Choice') ?? elementAt(element, 'mc:Fallback')).flatMap((one) =>
          this.part(one, run),
        );
      case 'w:delText':
        context.deleted.push(textWithin(element));
        return [{ type: 'leftOut', reason: 'deleted', value: textWithin(element) }];
      default:
        return [];
    }
  }

  private fieldSign(element: Element): Inline[] {
    const kind = element.attributes['w:fldCharType'];
    if (kind === 'begin') this.fields.push({ instruction: '', inResult: false, handled: false });
    const field = this.fields.at(-1);
    if (!field) return [];
    let words: Inline[] | undefined;
    if (kind === 'separate' || (kind === 'end' && !field.inResult)) {
      words = fieldWords(field.instruction);
      if (kind === 'end' && !words && /^\s*EQ\b/iu.test(field.instruction)) {
        this.context.unread.add(
          `EQ ${field.instruction
            .replace(/^\s*EQ\s*/iu, '')
            .trim()
            .slice(0, 30)}`,
        );
        words = [{ type: 'text', value: '□' }];
      }
      field.handled = words !== undefined;
      field.inResult = true;
    }
    if (kind === 'end') this.fields.pop();
    return words ?? [];
  }

  private symbol(element: Element): string {
    const code = (element.attributes['w:char'] ?? '').toLowerCase();
    const font = (element.attributes['w:font'] ?? '').toLowerCase();
    const known = symbols[`${font.replace(/\s*[23]$/u, '')} ${code}`];
    if (known !== undefined) return known;
    const value = Number.parseInt(code, 16);
    if (value > 0 && !(value >= 0xe000 && value <= 0xf8ff)) return String.fromCodePoint(value);
    this.context.unread.add(`${element.attributes['w:font'] ?? ''} ${code}`);
    return '□';
  }

  private call(part: 'f' | 'e', element: Element, run: Element): Inline[] {
    const id = `${part}${element.attributes['w:id'] ?? ''}`;
    this.context.called.push(id);
    const reference: PhrasingContent = { type: 'footnoteReference', identifier: id, label: id };
    // a mark that the author has typed stands behind it in the same run
    const own = element.attributes['w:customMarkFollows'];
    if (own === undefined || own === null || own === '0') return [reference];
    const mark = elements(run, 'w:t').map(textWithin).join('');
    for (const text of elements(run, 'w:t')) text.children = [];
    return mark === '' ? [reference] : [reference, { type: 'leftOut', reason: 'note-mark', value: mark }];
  }

  private ruby(element: Element): Inline[] {
    const over = elementsBelow(elementAt(element, 'w:rt') ?? element, 'w:t')
      .map(textWithin)
      .join('');
    const base = elementAt(element, 'w:rubyBase');
    const words = base ? this.children(base, false) : [];
    const reading = { type: 'rubyText' as const, children: [{ type: 'text' as const, value: over }] };
    return [{ type: 'ruby', children: [...(words as PhrasingContent[]), reading] }];
  }

  /** A picture, with the text boxes in it; what is drawn otherwise is named. */
  private drawing(element: Element): Inline[] {
    const { context } = this;
    const within = withoutFallbacks(element);
    context.boxes.push(...within.filter(({ name }) => name === 'w:txbxContent'));
    const out: Inline[] = [];
    for (const one of within) {
      const relation =
        one.name === 'a:blip'
          ? (one.attributes['r:embed'] ?? one.attributes['r:link'])
          : one.name === 'v:imagedata'
            ? one.attributes['r:id']
            : undefined;
      const target = context.target(relation ?? undefined);
      if (!target) continue;
      const properties = within.find(({ name }) => name === 'wp:docPr');
      out.push({ type: 'image', url: target.address, alt: altOf(properties?.attributes['descr'] ?? '') });
    }
    const holdsWords = within.some(
      ({ name }) => name === 'w:txbxContent' || name === 'c:chart' || name === 'dgm:relIds',
    );
    const isShown =
      out.length > 0 || holdsWords || within.every(({ name }) => !/^(?:pic:pic|o:OLEObject|v:imagedata)$/u.test(name));
    if (!isShown) {
      context.unread.add('object');
      out.push({ type: 'text', value: '□' });
    }
    if (within.some(({ name }) => name === 'c:chart')) context.unread.add('chart');
    if (within.some(({ name }) => name === 'dgm:relIds')) context.unread.add('SmartArt');
    return out;
  }
}

/** All elements below one, but for the fallbacks of alternatives; text boxes are not entered. */
function withoutFallbacks(element: Element): Element[] {
  return elements(element).flatMap((child) => {
    if (child.name === 'mc:Fallback') return [];
    return child.name === 'w:txbxContent' ? [child] : [child, ...withoutFallbacks(child)];
  });
}

/** Names of files and what programs put there are no words about a picture. */
function altOf(described: string): string {
  const words = described.replace(/\s+/gu, ' ').trim();
  return /^(?:(?:图片|圖片|picture|image|图像)\s*\d*|[\w-]+\.(?:png|jpe?g|gif|bmp|emf|wmf)|[a-z]:\\.*|.*AI 生成.*|.*automatically generated.*|IMG_.*)$/iu.test(
    words,
  )
    ? ''
    : words;
}

/** Wraps words in what their run says of them. */
function styled(nodes: Inline[], properties: Element | undefined, heading: boolean): Inline[] {
  const raise = valueOf(elementAt(properties, 'w:vertAlign'));
  let out = nodes;
  if (raise === 'superscript')
    out = out.map((node) => (node.type === 'text' ? { ...node, data: { raised: true } } : node));
  const wrap = (type: 'emphasis' | 'strong' | 'underline' | 'delete' | 'subscript'): void => {
    if (out.some((node) => node.type === 'text' && node.value.trim() !== ''))
      out = [{ type, children: out } as unknown as Inline];
  };
  if (raise === 'subscript') wrap('subscript');
  const isCall = out.every((node) => node.type === 'footnoteReference' || node.type === 'leftOut');
  if (heading || isCall || raise === 'superscript') return out;
  // dots below or above the words, as Chinese emphasis is set
  const dots = valueOf(elementAt(properties, 'w:em'));
  if (dots !== undefined && dots !== 'none') wrap('emphasis');
  else if (isOn(elementAt(properties, 'w:i'))) wrap('emphasis');
  if (isOn(elementAt(properties, 'w:strike'))) wrap('delete');
  if (isOn(elementAt(properties, 'w:u'))) wrap('underline');
  if (isOn(elementAt(properties, 'w:b'))) wrap('strong');
  return out;
}

/** Word parts words into runs at will: neighbours of one kind are one. */
export function merged(nodes: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text' && Boolean(node.data?.raised) === Boolean(last.data?.raised))
      last.value += node.value;
    else if (last?.type === node.type && joined.has(node.type) && 'children' in node && 'children' in last)
      last.children = merged([...(last.children as Inline[]), ...(node.children as Inline[])]) as never;
    else out.push(node.type === 'text' ? { ...node } : node);
  }
  return out.filter((node: Node | Inline) => node.type !== 'text' || (node as { value: string }).value !== '');
}

const joined = new Set(['emphasis', 'strong', 'underline', 'delete', 'subscript']);
