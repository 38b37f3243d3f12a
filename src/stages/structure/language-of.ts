/** The language and script of an edition, told from its texts: articles in, a BCP 47 tag out. */
import type { Article, RawText } from '../../model/index.js';
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { isJapanese } from '../../vocabulary/characters.js';
import { scriptOf } from '../../vocabulary/script.js';

/** Of the characters that tell one script from the other, so many of the rarer kind make a mixed text. */
const mixed = 0.15;
/** Fewer that tell are no text. */
const fewest = 12;

/** Said where a text is mixed; a text that cannot be told is simplified, as most are. */
export function languageOf(articles: readonly Article[]): string {
  const raws = [...new Set(articles.map(({ raw }) => raw))];
  if (raws.some((raw) => isJapanese(raw.text))) return 'ja';
  let [simplified, traditional] = [0, 0];
  for (const { text } of raws) {
    const found = scriptOf(text);
    simplified += found.simplified;
    traditional += found.traditional;
  }
  const rarer = Math.min(simplified, traditional) / Math.max(1, simplified + traditional);
  if (rarer > mixed && simplified + traditional >= fewest) askScript(raws[0]!, rarer);
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
}

function askScript(raw: RawText, share: number): void {
  say(raw, 'warning', 'structure:language', messages.books.mixedScript(share));
}
