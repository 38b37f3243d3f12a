/** What OCR programs write beside the text that they read. */

/**
 * The metadata that olmOCR puts at the head of each page
 * (https://github.com/allenai/olmocr, prompts: primary_language, is_rotation_valid, …).
 */
export const pageMetadata =
  /^---\r?\n(?:(?:primary_language|is_rotation_valid|rotation_correction|is_table|is_diagram)\s*:[^\n]*\n)+---[ \t]*$/gm;

/** Pages cited behind a number as 知网 prints them: [1](P12), [2](PP.3-5). Markdown takes them for a link. */
export const citedPages = /^(?:[Pp]{1,2}\.?)?\s*\d{1,4}(?:[-–—~,，、]\d{1,4})*$/;
