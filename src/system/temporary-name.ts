/**
 * Names of files that are being written: the name they will have in, one that tells who writes it out.
 *
 * Whoever finds such a file can tell whether its writer is still at work or was broken off.
 */
import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import path from 'node:path';

const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
/** Of this process: the system may give its number to another, later. */
const session = randomBytes(4).toString('hex');
const form = /^\..+\.([0-9a-f]{6})-(\d+)-([0-9a-f]{8})-[0-9a-f]{8}\.tmp$/;

/** ms after which the writer on another machine is taken for gone. */
const patience = 24 * 60 * 60 * 1000;

/** A hidden name in the same folder, of this process, never given twice. */
export function temporaryName(name: string): string {
  return `.${name}.${host}-${process.pid}-${session}-${randomBytes(4).toString('hex')}.tmp`;
}

/** Is this a file that `temporaryName` named, here or elsewhere? */
export function isTemporary(file: string): boolean {
  return form.test(path.basename(file));
}

/**
 * Was the writer of a temporary file broken off?
 *
 * @param age of the file, ms
 */
export function isAbandoned(file: string, age: number): boolean {
  const [, theirHost, pid, theirSession] = form.exec(path.basename(file)) ?? [];
  if (pid === undefined) return false;
  if (theirHost !== host) return age > patience;
  return Number(pid) === process.pid ? theirSession !== session : !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // it runs, and belongs to somebody else
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
