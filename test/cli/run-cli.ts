/** Runs the command line in this process: arguments in, exit code and what was printed out. */
import { Writable } from 'node:stream';
import { run } from '../../src/commands/cli.js';

/** @param terminal whether the streams say that they are one */
export async function runCli(
  cwd: string,
  args: string[],
  terminal = false,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const started = startCli(cwd, args, terminal);
  const code = await started.ended;
  return { code, stdout: started.stdout(), stderr: started.stderr() };
}

/** Begins to run it: what has been printed up to now, and its exit code when it has ended. */
export function startCli(cwd: string, args: string[], terminal = false, stop?: AbortSignal) {
  const streams = { stdout: collector(terminal), stderr: collector(terminal) };
  const surroundings = { cwd, stdout: streams.stdout.stream, stderr: streams.stderr.stream, ...(stop && { stop }) };
  return { ended: run(args, surroundings), stdout: streams.stdout.text, stderr: streams.stderr.text };
}

function collector(isTTY: boolean): { stream: NodeJS.WriteStream; text: () => string } {
  let said = '';
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      said += chunk.toString();
      done();
    },
  });
  const terminal = { isTTY, columns: 80, clearLine: () => true, cursorTo: () => true, moveCursor: () => true };
  return { stream: Object.assign(stream, terminal) as unknown as NodeJS.WriteStream, text: () => said };
}
