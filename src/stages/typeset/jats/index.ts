/** The articles of an issue as JATS, with what journal systems and registrars import: one folder, each article read back. */
import { readFile } from 'node:fs/promises';
import { toString } from 'mdast-util-to-string';
import { messages } from '../../../messages/index.js';
import type { Edition } from '../../../model/index.js';
import { editionStrings } from '../html/edition-strings.js';
import type { OutputFile, Target, TargetOutput } from '../target.js';
import { articleXml } from './article.js';
import { crossrefDeposit } from './crossref-deposit.js';
import type { JatsArticle } from './jats-article.js';
import { ojsImport } from './ojs-import.js';
import { expectedWords, foundWords } from './words.js';

export const target: Target = {
  async make(edition): Promise<TargetOutput> {
    // JATS has articles of journals; for chapters there is another standard
    if (edition.meta.kind === 'book')
      return {
        files: [],
        findings: [{ severity: 'warning', rule: 'jats:book', reason: messages.jats.book }],
        readBack: () => undefined,
      };
    const articles = articlesOf(edition);
    const bySource = new Map(articles.map((one) => [one.article, one]));
    const crossref = crossrefDeposit(edition, articles);
    const file = (name: string, content: string | Uint8Array): OutputFile => ({
      name: `${edition.slug}-jats/${name}`,
      bytes: typeof content === 'string' ? Buffer.from(content) : content,
    });
    const pictures = await Promise.all(
      edition.pictures.map(async ({ src, content }) =>
        file(src, typeof content === 'string' ? await readFile(content) : content),
      ),
    );
    return {
      files: [
        ...articles.map(({ file: name, xml }) => file(name, xml)),
        file('ojs-import.xml', ojsImport(edition, articles)),
        ...(crossref === undefined ? [] : [file('crossref.xml', crossref)]),
        ...pictures,
      ],
      ...(crossref !== undefined && {
        findings: [{ severity: 'remark', rule: 'jats:crossref', reason: messages.jats.fillIn }],
      }),
      readBack(document) {
        const made = document.article && bySource.get(document.article);
        if (!made) return undefined;
        return { given: made.xml, found: () => foundWords(made.xml), expected: expectedWords(document) };
      },
    };
  },
};

function articlesOf({ documents, meta, slug }: Edition): JatsArticle[] {
  const strings = editionStrings(meta.language);
  return documents.flatMap((document) => {
    const { article, id, title } = document;
    if (!article) return [];
    const abstract = article.abstract.map((node) => toString(node)).join('\n');
    return [{ article, title, abstract, file: `${id}.xml`, xml: articleXml(document, meta, slug, strings) }];
  });
}
