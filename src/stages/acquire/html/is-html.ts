/** Is this the beginning of a web page? Decided without a parser, on bytes of any encoding that keeps ASCII. */
const opening = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]*?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])/iu;

export function isHtml(head: string): boolean {
  return opening.test(head);
}
