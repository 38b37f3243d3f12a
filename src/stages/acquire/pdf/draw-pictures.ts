/**
 * The pictures that a tree cuts from the pages of its source: a text with its tree in, their bytes out, drawn in a thread
 * of their own while other texts are read.
 */
import { readFile } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { forgetful, type Remember } from '../../../cache/remember.js';
import { say } from '../../../diagnostics/index.js';
import { messages } from '../../../messages/index.js';
import type { RawText } from '../../../model/index.js';
import { cutOf, type PageCut } from '../../../model/page-pictures.js';
import { digestOf } from '../file-digest.js';
import { startThread } from './start-thread.js';
import type { Answered, Asked } from './draw-worker.js';

/** What a file may ask for at most: more is no article and no book. */
const mostPictures = 2000;
/** Seconds for one picture; a page that takes longer is an attack. */
const longestDrawing = 60;
/** MB that the drawing thread may take. */
const mostMemory = 1500;

/** Draws what `root` calls and keeps it with the text; what cannot be drawn is told and stays without bytes. */
export async function drawPictures(raw: RawText, root: Root, remember: Remember = forgetful): Promise<void> {
  if (!raw.paged) return;
  const cuts = new Map<string, PageCut>();
  visit(root, 'image', ({ url }) => {
    const cut = cutOf(url);
    if (cut && cuts.size < mostPictures) cuts.set(url, cut);
  });
  if (cuts.size === 0) return;
  const drawn = (raw.drawn ??= new Map());
  const thread = new DrawingThread(raw);
  const failed: number[] = [];
  try {
    for (const [url, cut] of cuts) {
      try {
        drawn.set(url, await remember('acquire:picture', [raw.digest, url], () => thread.draw(cut)));
      } catch (error) {
        if (!(error instanceof DrawingFault)) throw error;
        failed.push(cut.page);
      }
    }
  } finally {
    await thread.end();
  }
  if (failed.length === 0) return;
  const reason = thread.canDraw ? messages.pages.undrawn(failed) : messages.pages.noCanvas(failed);
  say(raw, 'warning', 'acquire:pictures', reason);
}

class DrawingFault extends Error {}

/** The thread for one file; it starts with the first picture that no earlier build has made. */
class DrawingThread {
  canDraw = true;
  private worker: Promise<Worker> | undefined;
  private asked = 0;

  constructor(private readonly raw: RawText) {}

  async draw(cut: PageCut): Promise<Uint8Array> {
    if (!this.canDraw) throw new DrawingFault();
    const worker = await (this.worker ??= this.start());
    const given = await ask(worker, { id: this.asked++, cut });
    if (given.bytes) return given.bytes;
    if (given.fault === 'no-canvas') this.canDraw = false;
    else await this.end();
    throw new DrawingFault();
  }

  async end(): Promise<void> {
    const worker = await this.worker?.catch(() => undefined);
    this.worker = undefined;
    await worker?.terminate();
  }

  private async start(): Promise<Worker> {
    const bytes = new Uint8Array(await readFile(this.raw.path));
    if (digestOf(Buffer.from(bytes)) !== this.raw.digest) throw new DrawingFault();
    return startThread('draw-worker', {
      workerData: bytes,
      env: { ...process.env, DISABLE_SYSTEM_FONTS_LOAD: '1' },
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
  }
}

function ask(worker: Worker, asked: Asked): Promise<Answered> {
  return new Promise((resolve) => {
    const fail = (): void => settle({ id: asked.id, fault: 'failed' });
    const timer = setTimeout(fail, longestDrawing * 1000);
    const settle = (given: Answered): void => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', fail).off('exit', fail);
      resolve(given);
    };
    worker.on('message', settle).on('error', fail).on('exit', fail);
    worker.postMessage(asked);
  });
}
