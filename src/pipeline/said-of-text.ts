/** What `issue.yaml` says of a text and of the lines of all texts, and what it names that stands in none. */
import { fileMessage } from '../messages/file-message.js';
import { messages } from '../messages/index.js';
import type { TextConfig } from '../model/config/issue-config.js';
import type { SaidOfLines } from '../model/said-of-lines.js';
import type { IssueSource, RawText } from '../model/index.js';
import { withoutBlanks } from '../vocabulary/characters.js';

/** @param index of the text in its issue */
export function saidOfText({ texts, config }: IssueSource, index: number): Partial<TextConfig> & SaidOfLines {
  const { heads, roles } = config;
  return { ...texts[index]?.config, ...(heads && { heads }), ...(roles && { roles }) };
}

/** Warns of words that name running heads or lines and stand in no text: most likely they are misspelt. */
export function sayWhatStandsNowhere({ config, configFile }: IssueSource, raws: readonly RawText[]): void {
  if (!configFile) return;
  const texts = raws.map(({ text }) => withoutBlanks(text).normalize('NFKC'));
  for (const [key, words] of [
    ['heads', config.heads ?? []],
    ['roles', Object.values(config.roles ?? {}).flatMap((said) => said ?? [])],
  ] as const) {
    for (const said of words) {
      const sought = withoutBlanks(said.replace(/\*$/u, '')).normalize('NFKC');
      if (texts.some((text) => text.includes(sought))) continue;
      fileMessage(configFile, messages.acquire.saidNowhere(key, said), {
        source: 'acquire',
        ruleId: 'said-of-lines',
      }).fatal = false;
    }
  }
}
