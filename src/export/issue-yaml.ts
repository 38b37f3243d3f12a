/** What an issue says of itself, as `issue.yaml` of its exported texts: the issue in, YAML out. */
import { stringify } from 'yaml';
import type { Contributor, Issue } from '../model/index.js';
import { publicationIdentifier } from '../stages/typeset/html/identity.js';

const comment = '# The texts are finished Markdown: every sign means what it says, and nothing is mended any more.';

/**
 * @param files names of the texts, in reading order
 * @param beside names of the cover and the style sheet beside them
 */
export function issueYaml(issue: Issue, files: readonly string[], beside: { cover?: string; css?: string }): string {
  const { meta, config, slug } = issue;
  const { title, journal, journalEnglish, subtitle, editors, description, rights, language } = meta;
  const { issn, cn, isbn, doi, year, volume, number, total, date, edition, publisher } = meta;
  const names = (role: Contributor['role']): string[] | undefined => {
    const own = (meta.contributors ?? []).filter((one) => one.role === role).map(({ name }) => name);
    return meta.kind === 'book' && own.length > 0 ? own : undefined;
  };
  const said = {
    kind: meta.kind,
    ...{ journal, journalEnglish, title, subtitle, slug, identifier: publicationIdentifier(issue) },
    ...{ issn, cn, isbn, doi, year, volume, number, total, date, edition, publisher },
    ...{ author: names('author'), translator: names('translator'), editor: names('editor') },
    ...{ series: meta.series, subjects: meta.subjects },
    editors: editors.length > 0 ? editors : undefined,
    ...{ description, rights, language, convert: config.convert, cover: beside.cover, epub: config.epub },
    print: config.print && { ...config.print, ...(beside.css !== undefined && { css: beside.css }) },
    texts: files.map((file) => ({ file, kind: 'finished' })),
  };
  return `${comment}\n${stringify(said, { lineWidth: 0, keepUndefined: false })}`;
}
