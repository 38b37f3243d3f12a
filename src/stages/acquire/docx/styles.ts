/** Styles of a Word document: its styles part in; what a paragraph of a style is out. */
import type { Element } from 'xast';
import { headingStyle, quoteStyle, subtitleStyle, titleStyle } from '../../../vocabulary/word-styles.js';
import { elementAt, elements } from '../structured/parse-xml.js';

/** What a paragraph is by its style or its own properties. */
export interface ParagraphKind {
  /** 1 is the highest heading. */
  heading?: number;
  role?: 'title' | 'subtitle' | 'quote';
}

interface Style {
  name: string;
  basedOn: string | undefined;
  outline: number | undefined;
  numbering: Element | undefined;
  size: number | undefined;
  vanish: boolean;
}

export class Styles {
  private readonly byId = new Map<string, Style>();

  constructor(part: Element | undefined) {
    for (const style of elements(part, 'w:style')) {
      const id = style.attributes['w:styleId'];
      if (!id) continue;
      const outline = valueOf(elementAt(style, 'w:pPr', 'w:outlineLvl'));
      const size = valueOf(elementAt(style, 'w:rPr', 'w:sz'));
      this.byId.set(id, {
        name: valueOf(elementAt(style, 'w:name')) ?? '',
        basedOn: valueOf(elementAt(style, 'w:basedOn')),
        outline: outline === undefined ? undefined : Number(outline),
        numbering: elementAt(style, 'w:pPr', 'w:numPr'),
        size: size === undefined ? undefined : Number(size),
        vanish: isOn(elementAt(style, 'w:rPr', 'w:vanish')),
      });
    }
  }

  kindOf(properties: Element | undefined): ParagraphKind {
    const own = valueOf(elementAt(properties, 'w:outlineLvl'));
    const chain = this.chain(valueOf(elementAt(properties, 'w:pStyle')));
    for (const { name } of chain) {
      if (titleStyle.test(name)) return { role: 'title' };
      if (subtitleStyle.test(name)) return { role: 'subtitle' };
      if (quoteStyle.test(name)) return { role: 'quote' };
      const level = headingStyle
        .exec(name)
        ?.slice(1)
        .find((one) => one !== undefined);
      if (level !== undefined) return { heading: Number(level) };
    }
    const outline = own === undefined ? chain.find((style) => style.outline !== undefined)?.outline : Number(own);
    return outline !== undefined && outline >= 0 && outline < 9 ? { heading: outline + 1 } : {};
  }

  /** The numbering that a style carries. */
  numberingOf(properties: Element | undefined): Element | undefined {
    return this.chain(valueOf(elementAt(properties, 'w:pStyle'))).find(({ numbering }) => numbering)?.numbering;
  }

  /** Size of the type of a paragraph's style, half points. */
  sizeOf(properties: Element | undefined): number | undefined {
    return this.chain(valueOf(elementAt(properties, 'w:pStyle'))).find(({ size }) => size !== undefined)?.size;
  }

  isHidden(properties: Element | undefined): boolean {
    return this.chain(valueOf(elementAt(properties, 'w:pStyle'))).some(({ vanish }) => vanish);
  }

  /** A style and those that it is based on. */
  private chain(id: string | undefined): Style[] {
    const chain: Style[] = [];
    for (let at = id; at !== undefined && chain.length < 20;) {
      const style: Style | undefined = this.byId.get(at);
      if (!style) break;
      chain.push(style);
      at = style.basedOn;
    }
    return chain;
  }
}

/** The value of a property. */
export function valueOf(element: Element | undefined): string | undefined {
  return element?.attributes['w:val'] ?? undefined;
}

/** Is a property that is there or not switched on? */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off|none)$/u.test(valueOf(element) ?? 'on');
}
