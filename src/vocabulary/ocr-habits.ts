/** What OCR programs write beside the text that they read. */
import { circled } from './characters.js';

/**
 * The metadata that olmOCR puts at the head of each page
 * (https://github.com/allenai/olmocr, prompts: primary_language, is_rotation_valid, …).
 */
export const pageMetadata =
  /^---\r?\n(?:(?:primary_language|is_rotation_valid|rotation_correction|is_table|is_diagram)\s*:[^\n]*\n)+---[ \t]*$/gm;

/**
 * What DeepSeek-OCR writes before each part of a page: what it is, and where it stands (https://github.com/deepseek-ai/DeepSeek-OCR);
 * and the sign between two pages. Group 1: what the part is.
 */
export const groundingTag =
  /<\|ref\|>([a-z_]{1,30})<\|\/ref\|>(?:<\|det\|>\[\[[\d,.\s[\]]*\]\]<\|\/det\|>)?|<-{2,} ?Page Split ?-{2,}>|<\|[a-z_]{1,30}\|>/gu;

/** Parts that belong to the page, in the words of the programs. */
export const pagePart = /^(?:page_)?(?:header|footer|number)$|^watermark$/u;

/** The same said by tags round the words (Nanonets-OCR). Group 1: the name of the tag. */
export const pagePartTags = /<(page_number|watermark|header|footer)>([^<\n]{0,80})<\/\1>/gu;

/** Where a link leads that an OCR or a page makes of a note's mark: within the document. */
export const withinDocument = /^#[\w.-]+$/u;

/** The words of such a link that are a mark: 1, [1], ①, ^1. */
export const linkedMark = new RegExp(
  `^\\s*[\\[［〔(（^]?\\s*(?:[注註]\\s*)?(?:\\d{1,3}|[${circled}])\\s*[\\]］〕)）]?\\s*$`,
  'u',
);

/** Pages cited behind a number as 知网 prints them: [1](P12), [2](PP.3-5). Markdown takes them for a link. */
export const citedPages = /^(?:[Pp]{1,2}\.?)?\s*\d{1,4}(?:[-–—~,，、]\d{1,4})*$/;
