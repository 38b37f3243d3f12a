/** Classes of the edition's hast that more than its styles look at. */
import type { ElementContent, RootContent } from 'hast';

/** The foot of an article's opening: fund, dates, people. Print sets it at the foot of the first page. */
export const openingFoot = 'opening-foot';

/** Page numbers in the contents: print fills them, a book on a screen has none. */
export const pageSlot = 'contents-page';

/** Words that a target adds to the source's own. */
export const added = 'added';

/** Whether an element is of a class. */
export function isClass(node: ElementContent | RootContent, name: string): boolean {
  return (
    node.type === 'element' && Array.isArray(node.properties.className) && node.properties.className.includes(name)
  );
}
