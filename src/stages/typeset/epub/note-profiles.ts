/**
 * How reading systems want notes written: a profile's name in, the ways to write call, note and section out.
 *
 * - `standard`: `<sup><a epub:type="noteref">` and never the other way round, because readers look for the link inside
 *   the raised mark; `aside` in the same file, with `epub:type`, ARIA role and class, because each reader knows another
 *   of the three (https://github.com/jgm/pandoc/issues/1995). Apple Books, Kindle, Readest, KOReader, Thorium.
 * - `duokan`: a sign as a picture within `a.duokan-footnote`, notes as items of `ol.duokan-footnote-content`, which 多看
 *   takes out of the text.
 * - `weread`: 微信读书 shows what stands in `alt` of `img.qqreader-footnote` and follows no link; the link around it and
 *   the note after the text serve every other reader.
 * - `plain`: links there and back and nothing that a reader could take for a note: for those that hide what they know
 *   to be a note and then do not show it.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { NoteProfile } from '../../../model/choices.js';
import type { NoteCall, NoteWriter } from '../html/notes.js';

/** Where the picture of the sign lies, from the package document. */
export const noteSignFile = 'marks/note.png';

const raised = (classes: string, call: NoteCall, semantics: Properties, content: ElementContent | string): Element =>
  h('sup.note-mark', h(`a.note-call${classes}`, { id: call.id, href: call.href, ...semantics }, [content]));

const sign = (className: string, alt: string): Element =>
  h(`img.note-sign${className}`, { src: `../${noteSignFile}`, alt });

const noteref = { 'epub:type': 'noteref', role: 'doc-noteref' };
const backlink = { 'epub:type': 'backlink', role: 'doc-backlink' };

const standard: NoteWriter = {
  call: (call) => raised('', call, noteref, call.mark),
  note: (id, content) => h('aside.footnote', { id, 'epub:type': 'footnote', role: 'doc-footnote' }, content),
  section: (notes, label) => h('section.notes', { 'epub:type': 'footnotes', ariaLabel: label }, notes),
  back: backlink,
};

export const noteWriters: Record<NoteProfile, NoteWriter> = {
  standard,
  duokan: {
    call: (call) => raised('.duokan-footnote', call, noteref, sign('', call.mark)),
    // an item of a list has no role but its own, so no type that would want another
    note: (id, content) => h('li.footnote.duokan-footnote-item', { id }, content),
    section: (notes, label) => standard.section([h('ol.duokan-footnote-content', notes)], label),
    back: backlink,
  },
  weread: {
    ...standard,
    call: (call) => raised('', call, noteref, sign('.qqreader-footnote', call.words || call.mark)),
  },
  plain: {
    call: (call) => raised('', call, {}, call.mark),
    note: (id, content) => h('div.footnote', { id }, content),
    section: (notes, label) => h('section.notes', { ariaLabel: label }, notes),
    back: {},
  },
};

/** Whether the calls of a profile are pictures. */
export const usesSign = (profile: NoteProfile): boolean => profile === 'duokan' || profile === 'weread';
