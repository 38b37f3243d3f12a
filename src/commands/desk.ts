/** `kanben desk`: issues proofed in the browser, until the person ends it. */
import { InvalidArgumentError } from 'commander';
import { openFile } from '../terminal/open-file.js';
import type { AddCommand, Surroundings } from './command.js';

interface Flags {
  port?: number;
  open: boolean;
  browser?: string;
}

/** Where the desk is found again: a browser keeps what was chosen there by address. */
const usualPort = 7170;

export const addDesk: AddCommand = (program, surroundings) => {
  const { cwd, stdout, words, language } = surroundings;
  program
    .command('desk')
    .description(words.cli.desk)
    .argument('[issues...]', words.cli.deskIssues)
    .option('--port <number>', words.cli.port, (said) => portOf(said, words.cli.wrongPort))
    .option('--no-open', words.cli.noOpen)
    .option('--browser <path>', words.cli.browser)
    .action(async (paths: string[], { port, open, browser }: Flags) => {
      const { serveDesk } = await import('../desk/index.js');
      const asked = { cwd, paths, language, ...(browser !== undefined && { browser }) };
      const desk = await serveDesk({ ...asked, port: port ?? usualPort }).catch((error: NodeJS.ErrnoException) => {
        // another desk is open: this one takes any port, unless one was asked for
        if (error.code !== 'EADDRINUSE' || port !== undefined) throw error;
        return serveDesk(asked);
      });
      stdout.write(`${words.cli.deskOpen(desk.address)}\n`);
      if (open) openFile(desk.address);
      await told(surroundings);
      await desk.close();
    });
};

function portOf(said: string, wrong: string): number {
  const port = Number(said);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError(wrong);
  return port;
}

/** Until it is told to end. */
function told({ stop }: Surroundings): Promise<void> {
  return new Promise((resolve) => {
    if (stop) {
      if (stop.aborted) resolve();
      stop.addEventListener('abort', () => resolve());
      return;
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
