#!/usr/bin/env node
/** The program `kanben`. */
import { run } from './commands/cli.js';

// a reader that closes the pipe (kanben check | head) is no fault
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

process.exitCode = await run(process.argv.slice(2));
