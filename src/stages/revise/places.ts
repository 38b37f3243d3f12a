/** The way from the raw offsets of a text to the words that a reader sees: a tree and its flows in, places between characters out. */
import { alignedUnit } from '../../positions/aligned-offset.js';
import { firstAt } from '../../positions/first-at.js';
import type { TextTree } from '../../model/index.js';
import type { Flow, Piece } from './flows.js';

/** A place of a flow between two characters. */
export interface Gap {
  flow: Flow;
  at: number;
}

/** A gap and the raw offset that it stands for. */
interface Edge extends Gap {
  offset: number;
}

/** Where the words of a node begin. */
interface Start extends Edge {
  node: Piece['node'];
  end: number;
}

export class Places {
  /** Where the words of the nodes begin and end, and where notes are called, by raw offset. */
  private readonly starts: Start[];
  private readonly ends: Edge[];
  private readonly calls = new Map<number, Gap>();

  constructor(
    readonly tree: TextTree,
    flows: Flow[],
  ) {
    const [starts, ends]: [Start[], Edge[]] = [[], []];
    for (const flow of flows) {
      if (flow.tree !== tree) continue;
      for (const { node, start: at } of flow.pieces) {
        const start = node.position?.start.offset;
        const end = node.position?.end.offset;
        if (start === undefined || end === undefined || node.value.trim() === '') continue;
        starts.push({ flow, at, offset: start, node, end });
        ends.push({ flow, at: at + node.value.length, offset: end });
      }
      for (const { node, at } of flow.calls) {
        const offset = node.position?.start.offset;
        if (offset !== undefined && !this.calls.has(offset)) this.calls.set(offset, { flow, at });
      }
    }
    this.starts = starts.sort((a, b) => a.offset - b.offset);
    // of those that end together the first is meant
    this.ends = ends.reverse().sort((a, b) => a.offset - b.offset);
  }

  /** Where the words begin that follow a raw offset. */
  from(offset: number): Gap | undefined {
    return this.starts[firstAt(this.starts, (edge) => edge.offset >= offset)];
  }

  /** Where the word stands that was found at a raw offset. */
  at(offset: number): Gap | undefined {
    const within = this.starts[firstAt(this.starts, (edge) => edge.offset >= offset) - 1];
    if (!within || offset >= within.end) return this.from(offset);
    const { flow, at, node, end } = within;
    return { flow, at: at + alignedUnit(this.tree.raw.text, within.offset, end, node.value, offset) };
  }

  /** Where the words end that stand before a raw offset. */
  upTo(offset: number): Gap | undefined {
    return this.ends[firstAt(this.ends, (edge) => edge.offset > offset) - 1];
  }

  /** Where the call stands that was found at a raw offset. */
  call(offset: number): Gap | undefined {
    return this.calls.get(offset);
  }
}
