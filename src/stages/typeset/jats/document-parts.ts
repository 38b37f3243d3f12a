/** The parts of an article's document: hast in, what is body, what its opening, foot and English part hold out. */
import type { ElementContent } from 'hast';
import type { EditionDocument } from '../../../model/index.js';
import { isClass, openingFoot } from '../html/classes.js';

/** Parts that JATS has a place of its own for: they are made from the article's data. */
const framed = ['opening', openingFoot, 'english', 'editors', 'stray-notes'];

export interface DocumentParts {
  /** Text of the article, without references that end it. */
  body: ElementContent[];
  /** The list of references at its end: its heading, where it has one, and its entries. */
  references: { heading?: ElementContent; entries: ElementContent[] };
  /** Notes that nothing calls. */
  stray: ElementContent[];
}

export function documentParts({ body }: EditionDocument): DocumentParts {
  const [section] = body;
  const children = (section?.type === 'element' ? section.children : []) as ElementContent[];
  const text = children.filter((child) => !framed.some((name) => isClass(child, name)));
  const stray = children
    .filter((child) => isClass(child, 'stray-notes'))
    .flatMap((child) => (child.type === 'element' ? (child.children as ElementContent[]) : []));
  let from = text.length;
  while (from > 0 && isClass(text[from - 1]!, 'reference')) from--;
  const entries = text.slice(from);
  const before = entries.length > 0 ? text[from - 1] : undefined;
  const heading = before?.type === 'element' && /^h[1-6]$/.test(before.tagName) ? before : undefined;
  return {
    body: text.slice(0, heading ? from - 1 : from),
    references: { ...(heading && { heading }), entries },
    stray,
  };
}
