/** Shows progress: a moving line on a terminal once the work takes a while, a line a stage elsewhere. */
import type { Ora } from 'ora';
import type { MessageSet } from '../messages/index.js';
import type { Progress } from '../model/index.js';
import { textWidth } from './text-width.js';

/** How progress is shown, and how it makes room for other lines. */
export interface ProgressView {
  show(progress: Progress): void;
  /** Takes the moving line away; a later `show` brings it back. */
  clear(): void;
}

/** Work shorter than this needs no moving line, ms. */
const patience = 400;

/** @param stream where progress goes; standard error, so that standard output holds results only */
export function progressView(stream: NodeJS.WriteStream, words: MessageSet): ProgressView {
  return stream.isTTY ? movingLine(stream, words) : plainLines(stream, words);
}

/** For `--quiet` and `--json`. */
export const noProgress: ProgressView = { show: () => undefined, clear: () => undefined };

function movingLine(stream: NodeJS.WriteStream, words: MessageSet): ProgressView {
  let spinner: Ora | undefined;
  // only a terminal has to wait for it, and it waits a moment anyway
  void import('ora').then(({ default: ora }) => (spinner = ora({ stream, discardStdin: false })));
  const begun = performance.now();
  return {
    show(progress) {
      const room = Math.max(20, (stream.columns || 80) - 4);
      if (!spinner) return;
      spinner.text = fit(progressText(progress, words), room);
      if (performance.now() - begun < patience) return;
      if (spinner.isSpinning) spinner.render();
      else spinner.start();
    },
    clear() {
      if (spinner?.isSpinning) spinner.stop();
    },
  };
}

function plainLines(stream: NodeJS.WriteStream, words: MessageSet): ProgressView {
  const told = new Set<string>();
  return {
    show(progress) {
      const line = `${progress.issue}: ${stageText(progress, words)}`;
      if (!told.has(line)) stream.write(`${line}\n`);
      told.add(line);
    },
    clear: () => undefined,
  };
}

function progressText(progress: Progress, words: MessageSet): string {
  const { issue, detail, done, total } = progress;
  const count = total !== undefined && total > 1 ? ` ${(done ?? 0) + 1}/${total}` : '';
  return `${issue}: ${stageText(progress, words)}${count}${detail ? ` · ${detail}` : ''}`;
}

/** A stage, and the output that it makes. */
function stageText({ stage, target }: Progress, words: MessageSet): string {
  return [words.cli.stages[stage], target].filter(Boolean).join(' ');
}

/** Cuts a line to a number of columns. */
function fit(text: string, columns: number): string {
  let width = 0;
  let shown = '';
  for (const character of text) {
    width += textWidth(character);
    if (width > columns - 1) return `${shown}…`;
    shown += character;
  }
  return shown;
}
