/** Text as it may stand in XML: any string in, one without forbidden characters out. */

// XML 1.0, production Char: no C0 control but tab and line ends, no half surrogate, no U+FFFE and U+FFFF
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Every character that XML forbids becomes U+FFFD, so that its loss can be seen. */
export function printable(text: string): string {
  return text.replace(forbidden, '\uFFFD');
}

// Han, kana, and the marks and fullwidth forms that are set with them
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF—…“”‘’]/u;

/** A line end within a paragraph becomes a blank between Latin words and nothing beside Han. */
export function unwrapped(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  return text.replace(/[ \t]*(?:\r\n|\r|\n)[ \t]*/g, (_, offset: number, whole: string) => {
    const before = whole.slice(0, offset).trimEnd().at(-1) ?? '';
    const after = whole.slice(offset).trimStart().at(0) ?? '';
    return wide.test(before) || wide.test(after) ? '' : ' ';
  });
}
