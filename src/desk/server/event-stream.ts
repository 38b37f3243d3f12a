/** Tells every window that is open what happens, as server-sent events. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { DeskEvent } from '../protocol.js';

/** ms between two signs of life: a window that hears nothing for longer connects again. */
const pulse = 15_000;

export class EventStream {
  private readonly listeners = new Set<(event: DeskEvent) => void>();

  tell(event: DeskEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** Windows that are open. */
  get windows(): number {
    return this.listeners.size;
  }

  serve(c: Context): Response {
    return streamSSE(c, async (stream) => {
      let wake: () => void = () => undefined;
      const waiting: DeskEvent[] = [];
      const listener = (event: DeskEvent): void => {
        waiting.push(event);
        wake();
      };
      this.listeners.add(listener);
      stream.onAbort(() => {
        this.listeners.delete(listener);
        wake();
      });
      await stream.writeSSE({ event: 'open', data: '{}' });
      while (!stream.aborted && !stream.closed) {
        for (const event of waiting.splice(0)) await stream.writeSSE({ data: JSON.stringify(event) });
        let timer: NodeJS.Timeout | undefined;
        const woken = await new Promise<boolean>((resolve) => {
          wake = () => resolve(true);
          if (waiting.length > 0) resolve(true);
          timer = setTimeout(() => resolve(false), pulse);
        });
        clearTimeout(timer);
        if (!woken) await stream.writeSSE({ event: 'pulse', data: '{}' });
      }
      this.listeners.delete(listener);
    });
  }
}
