/** The issue as a small site: one folder of pages, each read back as it stands there. */
import type { Target } from '../target.js';
import { readDocument } from '../html/read-document.js';
import { isPage, makeSite, siteFile } from './make-site.js';
import { pageFile } from './page.js';

export const target: Target = {
  async make(edition) {
    const files = await makeSite(edition);
    const byName = new Map(files.map(({ name, bytes }) => [name, bytes]));
    return {
      files,
      readBack(document) {
        if (!isPage(document)) return undefined;
        const page = byName.get(siteFile(edition, pageFile(document)));
        return { given: page ?? '', found: () => page && readDocument(Buffer.from(page).toString()) };
      },
    };
  },
};
