/** Compiles `src/` to `lib/`: the stages with tsc, the composer that runs in the page as one script. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('lib', { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], { stdio: 'inherit' });
await build({
  entryPoints: ['src/typeset/pdf/page/compose.ts'],
  outfile: 'lib/typeset/pdf/page/compose.js',
  bundle: true,
  format: 'iife',
  globalName: 'kanben',
  target: 'chrome120',
});
