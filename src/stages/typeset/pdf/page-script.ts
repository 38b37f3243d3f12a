/** The composer as one script: read where it was bundled by the build, bundled on the spot when run from source. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

let script: Promise<string> | undefined;

/** Source of a script that defines `kanben.compose`. */
export function pageScript(): Promise<string> {
  script ??= readFile(new URL('page/compose.js', import.meta.url), 'utf8').catch(bundle);
  return script;
}

async function bundle(): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page/compose.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'kanben',
    target: 'chrome120',
  });
  return outputFiles[0]!.text;
}
