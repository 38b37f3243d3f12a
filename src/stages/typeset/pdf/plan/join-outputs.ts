/** Joins what was composed of one document for several prints: outputs in order in, one output out. */
import type { ComposeOutput } from './compose-types.js';

export function joinOutputs([first, ...others]: readonly ComposeOutput[]): ComposeOutput {
  const all = structuredClone(first!);
  for (const { pages, flow, notes, entries, places, faults, pictures, times } of others) {
    all.pages.push(...pages);
    all.flow += flow;
    for (const [key, { text, times }] of Object.entries(notes)) {
      const note = (all.notes[key] ??= { text: '', times: 0 });
      note.text += text;
      note.times += times;
    }
    all.entries.push(...entries);
    // a container that goes on has left its id with its beginning
    all.places.push(...places);
    all.faults.push(...faults);
    all.pictures.push(...pictures);
    // counted up in the page
    all.times = times;
  }
  return all;
}
