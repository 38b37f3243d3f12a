/**
 * Compiles `src/` to `lib/`: declarations with tsc, the program as a few files, the composer that runs in the page as one.
 *
 * Most of a short run was spent on finding and reading a thousand small modules of the libraries; in few files they are
 * read in a third of the time. Libraries that load files of their own stay outside, and
 * so do tables of encodings that few texts need.
 */
import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const outside = [
  '@napi-rs/canvas',
  '@sparticuz/chromium',
  'esbuild',
  'harfbuzzjs',
  'iconv-lite',
  'pdfjs-dist',
  'puppeteer-core',
];

rmSync('lib', { recursive: true, force: true });
const [{ metafile }, , desk] = await Promise.all([
  build({
    entryPoints: [
      'src/bin.ts',
      'src/index.ts',
      { in: 'src/stages/acquire/pdf/read-worker.ts', out: 'read-worker' },
      { in: 'src/stages/acquire/pdf/draw-worker.ts', out: 'draw-worker' },
    ],
    outdir: 'lib',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    external: outside,
    // libraries in CommonJS ask for node's own modules by `require`
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  }),
  build({
    entryPoints: ['src/stages/typeset/pdf/page/compose.ts'],
    outfile: 'lib/page/compose.js',
    bundle: true,
    format: 'iife',
    globalName: 'kanben',
    target: 'chrome120',
  }),
  buildDesk(),
  promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.', '--emitDeclarationOnly']).catch(
    ({ stdout }) => {
      throw new Error(stdout);
    },
  ),
]);
carryFonts();
writeFileSync('lib/LICENCES.txt', licences(Object.keys({ ...metafile.inputs, ...desk.metafile.inputs })));

/** The desk as a browser loads it; pdf.js and the fonts stand beside it, in their own packages. */
async function buildDesk() {
  const made = await build({
    entryPoints: { view: 'src/desk/view/main.tsx', style: 'src/desk/view/desk.css' },
    outdir: 'lib/desk',
    bundle: true,
    format: 'esm',
    target: ['chrome111', 'safari16.4', 'firefox114'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['*.ttf'],
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  renameSync('lib/desk/style.css', 'lib/desk/view.css');
  cpSync('src/desk/view/index.html', 'lib/desk/index.html');
  return made;
}

/**
 * The fonts that editions are set in and their licences, out of packages that hold nine weights and slices of each:
 * who installs the program gets 60 MB in place of 270.
 */
function carryFonts() {
  const sources = ['src/stages/typeset/fonts.ts', 'src/stages/typeset/epub/book-fonts.ts'].map((file) =>
    readFileSync(file, 'utf8'),
  );
  const files = sources.flatMap(
    (source) => source.match(/(?<=file: ')@(?:expo-google-fonts|fontsource)\/[^']+/g) ?? [],
  );
  for (const file of new Set(files)) cpSync(`node_modules/${file}`, `fonts/${file}`, { preserveTimestamps: true });
}

/** Names and licences of the libraries whose files went into the program. */
function licences(files) {
  const folders = new Set(files.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]).filter(Boolean));
  const entries = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const texts = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /^licen[cs]e/i.test(entry.name))
      .map((entry) => entry.name);
    return [`${name} ${version}: ${license}`, ...texts.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim())];
  });
  return `${entries.map((lines) => lines.join('\n\n')).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
