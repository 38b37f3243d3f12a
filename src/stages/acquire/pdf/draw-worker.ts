/** Draws parts of pages beside the main thread: one file; each message names a part, each answer is its picture. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PageCut } from '../../../model/page-pictures.js';
import { makeDrawer } from './draw-cuts.js';
import { openPdf } from './open-pdf.js';

/** What the worker is asked. */
export interface Asked {
  id: number;
  cut: PageCut;
}

/** What it answers: a picture, or why there is none. */
export interface Answered {
  id: number;
  bytes?: Uint8Array;
  fault?: 'no-canvas' | 'failed';
}

const drawer = makeDrawer().catch(() => undefined);
const opened = openPdf(workerData as Uint8Array, { forDrawing: true });
opened.catch(() => undefined);

parentPort?.on('message', ({ id, cut }: Asked) => {
  void answer(id, cut).then((given) => parentPort?.postMessage(given));
});

async function answer(id: number, cut: PageCut): Promise<Answered> {
  const draws = await drawer;
  if (!draws) return { id, fault: 'no-canvas' };
  try {
    return { id, bytes: await draws.draw(await opened, cut) };
  } catch {
    return { id, fault: 'failed' };
  }
}
