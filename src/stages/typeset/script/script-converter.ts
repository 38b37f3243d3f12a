/** A text in one script in, the same in the other out, phrase by phrase, with the places that a person has to look at. */
import { doubtfulInSimplified, doubtfulInTraditional } from './doubtful-characters.js';

/** The script of an edition. */
export type Script = 'traditional' | 'simplified';

/** What an edition in a script says its language is. */
export const languageOf = { traditional: 'zh-Hant', simplified: 'zh-Hans' } as const satisfies Record<Script, string>;

/** A character that was converted without a phrase to say which form is meant. */
export interface Doubt {
  /** In code points. */
  at: number;
  character: string;
  became: string;
  /** The forms in question. */
  forms: string;
}

export interface ScriptConverter {
  convert(text: string): string;
  doubts(text: string): Doubt[];
}

/**
 * Traditional is that of Taiwan (為, 裡, 啟), characters only: 软件 becomes 軟件, not 軟體, for the words are the
 * author's. The dictionaries are OpenCC's; loading them takes a few tenths of a second, so only who converts does.
 */
export async function scriptConverter(to: Script): Promise<ScriptConverter> {
  const { ConverterBuilder, Trie } = await import('opencc-js/core');
  const traditional = to === 'traditional';
  const preset = traditional ? await import('opencc-js/preset/cn2t') : await import('opencc-js/preset/t2cn');
  const convert = ConverterBuilder(preset)(traditional ? { from: 'cn', to: 'tw' } : { from: 'tw', to: 'cn' });
  const phrases = new Trie();
  for (const group of traditional ? preset.from.cn! : preset.to.cn!) phrases.loadDictGroup(group);
  const doubtful = traditional ? doubtfulInSimplified : doubtfulInTraditional;
  return {
    convert,
    doubts(text) {
      const doubts: Doubt[] = [];
      let at = 0;
      for (const segment of phrases.segment(text)) {
        const characters = [...segment];
        const alone = isAlone(segment, phrases.matchPrefix(segment, 0)?.end === segment.length);
        for (const [index, character] of characters.entries()) {
          const forms = doubtful[character];
          if (alone && forms !== undefined)
            doubts.push({ at: at + index, character, became: convert(character), forms });
        }
        at += characters.length;
      }
      return doubts;
    },
  };
}

/** Whether no phrase settles the characters of a segment: it is one character, or a run that no dictionary knows. */
function isAlone(segment: string, known: boolean): boolean {
  return [...segment].length === 1 || !known;
}
