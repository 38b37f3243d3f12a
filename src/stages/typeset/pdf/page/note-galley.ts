/** The notes of a document, laid out once beside the galley: calls in, measured notes in the order of their calls out. */
import type { Geometry } from '../plan/types.js';
import { Column } from './column.js';
import { measureNote } from './measure.js';
import type { MeasuredNote } from './measured.js';
import { settleBreaks } from './settle-breaks.js';

export class NoteGalley {
  private readonly column: Column;
  private readonly measured = new Map<string, MeasuredNote>();

  /**
   * Makes what is set among the notes: a second copy of a note that is called twice (its calls may stand on two
   * pages), and the matter of the opening page's foot.
   */
  constructor(element: HTMLElement, galley: HTMLElement, titleMark: string) {
    const called = new Set<string>();
    for (const call of document.querySelectorAll<HTMLElement>('a.note-call')) {
      const id = call.dataset.note!;
      const note = document.getElementById(id)!;
      if (note.closest('.endnotes')) continue;
      if (called.has(id)) {
        const copy = note.cloneNode(true) as HTMLElement;
        copy.dataset.key = `${id}~${called.size}`;
        copy.dataset.repeats = id;
        copy.id = copy.dataset.key.replace('~', '-again-');
        // what the note itself calls stands with its first copy
        for (const inner of copy.querySelectorAll('a.note-call')) inner.remove();
        call.dataset.note = copy.dataset.key;
        call.setAttribute('href', `#${copy.id}`);
        call.id = `call-${copy.id}`;
        element.append(copy);
        called.add(copy.dataset.key);
      } else called.add(id);
      if (note.classList.contains('title-note')) call.textContent = titleMark;
    }
    let number = 0;
    for (const foot of galley.querySelectorAll<HTMLElement>('.opening-foot > *')) {
      const note = document.createElement('div');
      note.className = 'note foot-note';
      note.dataset.key = foot.dataset.key = `${foot.closest('section[id]')!.id}-foot-${number++}`;
      const text = foot.cloneNode(true) as HTMLElement;
      text.classList.add('note-head');
      note.append(text);
      element.append(note);
    }
    this.column = new Column(element);
  }

  /** Reads the lines of all notes. */
  measure(geometry: Geometry): void {
    this.column.forEachPiece((blocks) => {
      settleBreaks(blocks);
      for (const element of blocks) {
        const note = measureNote(element, geometry);
        this.measured.set(note.key, note);
      }
    });
  }

  /** The note that a call calls and those that it calls in turn; for matter of the opening's foot, that matter. */
  notesOf(caller: Element): MeasuredNote[] {
    const { note, key } = (caller as HTMLElement).dataset;
    const found = this.measured.get((note ?? key)!);
    if (!found) return [];
    const inner = [...found.element.querySelectorAll('a.note-call')].flatMap((call) => this.notesOf(call));
    return [found, ...inner];
  }

  /** Lays out the notes that are looked at next. */
  show(notes: readonly MeasuredNote[]): void {
    this.column.show(notes.map(({ element }) => element));
  }
}
