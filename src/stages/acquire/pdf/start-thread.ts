/** Starts a file of this folder as a thread: compiled it stands beside the program, in the source it is TypeScript. */
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** @param name of the file, without its ending */
export function startThread(name: string, options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`${name}.js`, import.meta.url), options);
  // a thread does not inherit the loader that reads TypeScript
  const [loader, entry] = [import.meta.resolve('tsx/esm/api'), new URL(`${name}.ts`, import.meta.url).href];
  const script = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(script, { ...options, eval: true });
}
