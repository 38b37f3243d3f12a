/** Counts characters: texts in, how often each code point stands in them out. */
export class CharacterTally {
  private readonly basicPlane = new Int32Array(0x10000);
  private readonly beyond = new Map<string, number>();

  /**
   * @param sign -1 takes the characters of a text off again
   * @returns the number of its characters
   */
  add(text: string, sign: 1 | -1 = 1): number {
    let characters = 0;
    for (let i = 0; i < text.length; i++, characters++) {
      const codePoint = text.codePointAt(i)!;
      if (codePoint < this.basicPlane.length) this.basicPlane[codePoint]! += sign;
      else {
        const character = text.slice(i, ++i + 1);
        this.beyond.set(character, (this.beyond.get(character) ?? 0) + sign);
      }
    }
    return characters;
  }

  /** Every character whose count is not 0. */
  counts(): [character: string, count: number][] {
    const counts: [string, number][] = [];
    this.basicPlane.forEach((count, unit) => {
      if (count !== 0) counts.push([String.fromCharCode(unit), count]);
    });
    for (const [character, count] of this.beyond) if (count !== 0) counts.push([character, count]);
    return counts;
  }
}
