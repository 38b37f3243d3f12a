/** Numbers that Word writes before paragraphs: the numbering part in; the label of each numbered paragraph in order out. */
import type { Element } from 'xast';
import { numberAs } from '../../../vocabulary/word-numbers.js';
import { elementAt, elements } from '../structured/parse-xml.js';
import { valueOf } from './styles.js';

interface Level {
  format: string;
  /** `%1.%2`: the number of each level in its place. */
  text: string;
  start: number;
}

/** What stands before a paragraph. */
export interface Label {
  /** As a reader sees it; empty for bullets and numbers that are not shown. */
  words: string;
  bullet: boolean;
  /** A plain 1. or 1): an item of a list, if others follow. */
  plain: boolean;
  value: number;
  level: number;
  list: string;
}

export class Numbering {
  private readonly levels = new Map<string, Map<number, Level>>();
  private readonly abstractOf = new Map<string, string>();
  private readonly counters = new Map<string, number[]>();

  constructor(part: Element | undefined) {
    for (const abstract of elements(part, 'w:abstractNum')) {
      const levels = new Map<number, Level>();
      for (const level of elements(abstract, 'w:lvl')) levels.set(Number(level.attributes['w:ilvl']), levelOf(level));
      this.levels.set(abstract.attributes['w:abstractNumId'] ?? '', levels);
    }
    for (const num of elements(part, 'w:num')) {
      const id = num.attributes['w:numId'] ?? '';
      const abstract = valueOf(elementAt(num, 'w:abstractNumId')) ?? '';
      const own = elements(num, 'w:lvlOverride');
      if (own.length === 0) {
        this.abstractOf.set(id, abstract);
        continue;
      }
      // a list of its own that begins anew
      const levels = new Map(this.levels.get(abstract));
      for (const override of own) {
        const at = Number(override.attributes['w:ilvl']);
        const level = elementAt(override, 'w:lvl');
        const start = valueOf(elementAt(override, 'w:startOverride'));
        const known = level ? levelOf(level) : levels.get(at);
        if (known) levels.set(at, { ...known, ...(start !== undefined && { start: Number(start) }) });
      }
      this.levels.set(`num ${id}`, levels);
      this.abstractOf.set(id, `num ${id}`);
    }
  }

  /** The label of the next paragraph with these properties. */
  next(properties: Element | undefined): Label | undefined {
    const id = valueOf(elementAt(properties, 'w:numId'));
    if (id === undefined || id === '0') return undefined;
    const list = this.abstractOf.get(id) ?? id;
    const at = Number(valueOf(elementAt(properties, 'w:ilvl')) ?? 0);
    const levels = this.levels.get(list);
    const level = levels?.get(at);
    if (!levels || !level) return undefined;
    const counts = this.counters.get(list) ?? [];
    this.counters.set(list, counts);
    counts[at] = counts[at] === undefined ? level.start : counts[at] + 1;
    counts.length = at + 1;
    const value = counts[at]!;
    const bullet = level.format === 'bullet' || level.format === 'none';
    const words = bullet
      ? ''
      : level.text.replace(/%(\d)/gu, (_, one: string) => {
          const shown = levels.get(Number(one) - 1);
          return numberAs(counts[Number(one) - 1] ?? shown?.start ?? 1, shown?.format ?? 'decimal');
        });
    const plain = level.format === 'decimal' && /^%\d[.)．）]?$/u.test(level.text);
    return { words, bullet: level.format === 'bullet', plain, value, level: at, list };
  }
}

function levelOf(level: Element): Level {
  return {
    format: valueOf(elementAt(level, 'w:numFmt')) ?? 'decimal',
    text: valueOf(elementAt(level, 'w:lvlText')) ?? '',
    start: Number(valueOf(elementAt(level, 'w:start')) ?? 1),
  };
}
