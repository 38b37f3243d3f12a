/** How lines of displayed formulas read. */

const mathSign = /[=＝≠≈≤≥<>＜＞+＋−×÷·∑∏∫√∂∞∈∪∩→←⇒∝|‖]|[α-ωΑ-Ω]/u;
/** A word of a sentence or a heading; names of functions have no more letters than four. */
const word = /\p{Script=Latin}{5}/u;

/**
 * Is a line part of a displayed formula: signs of mathematics and single letters, and no words? Numbers alone are cells of
 * a table, and addresses hold words.
 */
export function isFormulaLine(line: string): boolean {
  const text = line.trim();
  return (
    mathSign.test(text) &&
    /\p{L}/u.test(text) &&
    !word.test(text) &&
    !/\p{Script=Han}{2}/u.test(text) &&
    !/^[[［(（]?\d+[\]］)）.．、]\s*\p{Lu}\p{L}/u.test(text)
  );
}
