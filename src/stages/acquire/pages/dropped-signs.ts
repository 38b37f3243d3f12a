/** What is on a page and not in the text: laid-out pages in, their signs with the reason out, so that the ledger has them. */
import type { DroppedSigns, DropReason } from '../../../model/paged-text.js';
import type { LaidOutPage } from './page-layout.js';

export function droppedSigns(pages: readonly LaidOutPage[]): DroppedSigns[] {
  return pages.flatMap(({ number, kind, unsound, duplicates, outside, turned, unmapped }) => {
    const signs = (reason: DropReason, text: string): DroppedSigns[] =>
      text === '' ? [] : [{ page: number, reason, text }];
    return [
      ...signs(kind === 'vertical' ? 'vertical' : 'unreadable', unsound),
      ...signs('duplicate', duplicates),
      ...signs('outside', outside),
      ...signs('turned', turned),
      ...signs('unmapped', unmapped),
    ];
  });
}
