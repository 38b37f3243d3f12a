/** Hands a file or an address to the program that the desktop has for it. */
import { spawn } from 'node:child_process';

export function openFile(file: string): void {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  // a machine without a desktop has none: the names of the files have been told
  spawn(command!, [...args, file], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}
