/** What the file itself has to carry: fonts (P38 and the press), tags, outline, title, language, page labels. */
import { verdict } from '../verdict.js';
import type { Miss, PrintedBook, Verdict } from '../types.js';

export function file({ fonts, tagged, outline, title, showsTitle, language, labels, sheets }: PrintedBook): Verdict[] {
  const at = (wrong: boolean, what: string): Miss[] => (wrong ? [{ page: 1, what }] : []);
  const loose = fonts.filter(({ embedded }) => !embedded).map(({ name }) => ({ page: 1, what: name }));
  const drawn = fonts.filter(({ subtype }) => subtype === 'Type3').map(({ name }) => ({ page: 1, what: name }));
  return [
    verdict('PDF', 'all fonts are embedded', `${fonts.length} fonts`, loose),
    verdict('PDF', 'no font is Type 3', `${drawn.length} Type 3`, drawn),
    verdict('PDF', 'tagged', tagged ? 'yes' : 'no', at(!tagged, 'no structure tree')),
    verdict('PDF', 'an outline', `${outline} entries`, at(outline === 0 && sheets.length > 4, 'no outline')),
    verdict(
      'PDF',
      'a title, shown by readers',
      title || 'none',
      at(title === '' || !showsTitle, 'title missing or not shown'),
    ),
    verdict('PDF', 'a language', language || 'none', at(!/^[a-z]{2}/i.test(language), 'no language')),
    verdict('PDF', 'page labels', labels ? 'yes' : 'no', at(!labels && sheets.length > 4, 'no page labels')),
  ];
}
