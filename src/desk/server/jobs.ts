/** Editions that are made on demand: formats in, progress told, finished files kept in memory until others take their place. */
import { type Format, type OpenIssue, type Progress } from '../../index.js';
import type { DeskEvent, JobRequest, JobResult, MadeFile } from '../protocol.js';
import { refusedOf } from './refused.js';

/** ms between two words of progress. */
const pause = 80;

/** A file that was made, with its bytes. */
export interface KeptFile extends MadeFile {
  content: Uint8Array;
}

export class Jobs {
  private readonly files = new Map<string, KeptFile>();
  private running = new Map<string, AbortController>();
  private count = 0;

  constructor(
    private readonly key: string,
    private readonly issue: OpenIssue,
    private readonly tell: (event: DeskEvent) => void,
  ) {}

  /**
   * Begins a job; what is under way of the same formats is broken off. What comes of it is told as an event.
   *
   * @returns its name
   */
  begin({ formats, press }: JobRequest): string {
    const sort = JSON.stringify([formats, press ?? false]);
    this.running.get(sort)?.abort();
    const stopping = new AbortController();
    this.running.set(sort, stopping);
    const job = `${++this.count}`;
    void this.run(job, formats as Format[], press, stopping.signal).then((result) => {
      if (this.running.get(sort) === stopping) this.running.delete(sort);
      if (result) this.tell({ type: 'finished', issue: this.key, job, result });
    });
    return job;
  }

  file(name: string): KeptFile | undefined {
    return this.files.get(name);
  }

  /** The file of a format that was made last. */
  ofFormat(format: string): KeptFile | undefined {
    return [...this.files.values()].findLast((file) => file.format === format);
  }

  /** Puts a file among those that can be asked for. */
  keep(file: KeptFile): void {
    this.files.delete(file.name);
    this.files.set(file.name, file);
  }

  stop(): void {
    for (const stopping of this.running.values()) stopping.abort();
  }

  /** @returns nothing where it was broken off */
  private async run(
    job: string,
    formats: Format[],
    press: boolean | undefined,
    signal: AbortSignal,
  ): Promise<JobResult | undefined> {
    let told = 0;
    const onProgress = ({ stage, target, detail, done, total }: Progress): void => {
      if (Date.now() - told < pause) return;
      told = Date.now();
      this.tell({
        type: 'progress',
        issue: this.key,
        job,
        stage,
        ...(target !== undefined && { target }),
        ...(detail !== undefined && { detail }),
        ...(done !== undefined && { done }),
        ...(total !== undefined && { total }),
      });
    };
    try {
      const made = await this.issue.make({ formats, signal, onProgress, ...(press && { press }) });
      if (signal.aborted) return undefined;
      const kept = made.outputs.map(({ name, format, bytes, pages }): KeptFile => ({
        name,
        format,
        bytes: bytes.length,
        ...(pages !== undefined && { pages }),
        content: bytes,
      }));
      for (const file of kept) this.keep(file);
      return {
        ok: kept.length > 0,
        files: kept.map(({ content: _, ...file }) => file),
        ...(made.printed && { printed: made.printed }),
      };
    } catch (error) {
      if (signal.aborted) return undefined;
      return { ok: false, files: [], refused: refusedOf(error).refused };
    }
  }
}
