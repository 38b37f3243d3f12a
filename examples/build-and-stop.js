// Builds the issues of a folder, tells how far it is, and can be stopped.
import { build, Misuse } from 'kanben';

const stopping = new AbortController();
try {
  const { ok, issues } = await build(process.argv[2] ?? 'source', {
    out: process.argv[3] ?? 'dist',
    formats: ['epub'],
    signal: stopping.signal,
    onProgress: ({ issue, stage, detail = '' }) => console.error(issue, stage, detail),
  });
  for (const { name, counts, written } of issues) console.log(name, counts, written.length);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  if (!(error instanceof Misuse)) throw error;
  for (const { file, line, reason } of error.complaints) console.error(file, line, reason);
  process.exitCode = 2;
}
