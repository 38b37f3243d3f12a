/** The NCX, which readers of EPUB 2 go by: entries of the contents, pages and chapters in, what its template wants out. */
import type { Element } from 'xast';
import type { Chapter } from './chapter.js';
import type { NavPoint } from './navigation.js';
import type { ListedPage } from './page-marks.js';
import { element, xml } from '../html/xml.js';

export interface Ncx {
  /** Greatest number of entries within one another. */
  depth: number;
  pageCount: number;
  /** The highest page number; 0 where no page has one. */
  lastPage: number;
  /** Markup. */
  navMap: string;
  /** Markup; empty where the book has no page list. */
  pageList: string;
}

export function ncxOf(points: readonly NavPoint[], pages: readonly ListedPage[], chapters: readonly Chapter[]): Ncx {
  const orderOf = playOrder([...hrefsOf(points), ...pages.map(({ href }) => href)], chapters);
  let count = 0;
  const navPoint = ({ label, href, children }: NavPoint): Element => {
    count += 1;
    return element('navPoint', { id: `nav-${count}`, playOrder: orderOf(href) }, [
      ...target(label, href),
      ...children.map(navPoint),
    ]);
  };
  const numbers = pages.map(({ label }) => (/^\d+$/.test(label) ? Number(label) : 0));
  const taken = new Set<number>();
  const pageTargets = pages.map(({ label, href }, index) => {
    // a number stands for one page: front matter and articles may begin with 1 again
    const isOwn = numbers[index]! > 0 && !taken.has(numbers[index]!);
    taken.add(numbers[index]!);
    const value = isOwn ? String(numbers[index]) : undefined;
    const type = value ? 'normal' : 'special';
    return element(
      'pageTarget',
      { id: `page-${index + 1}`, type, value, playOrder: orderOf(href) },
      target(label, href),
    );
  });
  return {
    depth: depthOf(points),
    pageCount: pages.length,
    lastPage: Math.max(0, ...numbers),
    navMap: xml(element('navMap', {}, points.map(navPoint))),
    pageList: pageTargets.length > 0 ? xml(element('pageList', {}, pageTargets)) : '',
  };
}

function target(label: string, href: string): Element[] {
  return [element('navLabel', {}, [element('text', {}, [label])]), element('content', { src: href })];
}

function hrefsOf(points: readonly NavPoint[]): string[] {
  return points.flatMap(({ href, children }) => [href, ...hrefsOf(children)]);
}

function depthOf(points: readonly NavPoint[]): number {
  return points.length === 0 ? 0 : 1 + Math.max(...points.map(({ children }) => depthOf(children)));
}

/** Places are counted as one comes to them in the text, and what leads to one place has one number. */
function playOrder(hrefs: readonly string[], chapters: readonly Chapter[]): (href: string) => string {
  const wanted = new Set(hrefs);
  const orders = new Map<string, string>();
  const come = (href: string): void => {
    if (wanted.has(href) && !orders.has(href)) orders.set(href, String(orders.size + 1));
  };
  for (const { filename, body } of chapters) {
    come(`text/${filename}`);
    for (const [, id] of body.matchAll(/ id="([^"]*)"/g)) come(`text/${filename}#${id}`);
  }
  return (href) => {
    const order = orders.get(href);
    if (!order) throw new Error(`epub: the contents lead to ${href}, which is not there`);
    return order;
  };
}
