/**
 * Ends this process in the ordinary way when it is told to stop, so that what is to be done at its end is done: a browser
 * that prints goes with it. Only the command line does so; a library leaves the signals to its host.
 */
import type { Surroundings } from './command.js';

export function exitOnSignals({ stop }: Pick<Surroundings, 'stop'>): void {
  // who has another way to stop it keeps the signals
  if (stop) return;
  const exit = (_signal: NodeJS.Signals, number: number): never => process.exit(128 + number);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, exit);
}
