/**
 * The way between the two halves of pdf.js in one thread: messages arrive as they are, lists of operators without a copy.
 *
 * pdf.js' own way in one thread copies every glyph of every page (`structuredClone`), a tenth of the time of reading.
 */
/** What pdf.js calls of the port of a worker. */
export interface Port {
  postMessage(message: unknown, transfer?: ArrayBuffer[] | null): void;
  addEventListener(name: 'message', listener: Listener, options?: { signal?: AbortSignal }): void;
  removeEventListener(name: 'message', listener: Listener): void;
}

type Listener = (event: { data: unknown }) => void;

/** A piece of a list of operators on its way; pdf.js empties the two lists once it is sent. */
interface OperatorsMessage {
  chunk: { fnArray: unknown[]; argsArray: unknown[] };
}

/** @returns two ports: what is sent into one comes out of the other, later and in order */
export function portPair(): [Port, Port] {
  const [one, other] = [new PortEnd(), new PortEnd()];
  one.other = other;
  other.other = one;
  return [one, other];
}

class PortEnd implements Port {
  other!: PortEnd;
  private readonly listeners = new Set<Listener>();

  postMessage(message: unknown, transfer?: ArrayBuffer[] | null): void {
    const data = carriesOperators(message)
      ? withOwnLists(message)
      : structuredClone(message, transfer ? { transfer } : undefined);
    queueMicrotask(() => {
      for (const listener of this.other.listeners) listener.call(this.other, { data });
    });
  }

  addEventListener(_name: 'message', listener: Listener, { signal }: { signal?: AbortSignal } = {}): void {
    this.listeners.add(listener);
    signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  removeEventListener(_name: 'message', listener: Listener): void {
    this.listeners.delete(listener);
  }
}

function carriesOperators(message: unknown): message is OperatorsMessage {
  const chunk = (message as Partial<OperatorsMessage> | null)?.chunk;
  return chunk !== null && typeof chunk === 'object' && Array.isArray(chunk.fnArray) && Array.isArray(chunk.argsArray);
}

function withOwnLists(message: OperatorsMessage): OperatorsMessage {
  const { chunk } = message;
  return { ...message, chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() } };
}
