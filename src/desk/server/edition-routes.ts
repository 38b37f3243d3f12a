/** What windows ask of finished editions: the book to read, the PDF measured, earlier editions held against this one. */
import { execFile } from 'node:child_process';
import { readFile, readdir, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Hono, type Context } from 'hono';
import { compareEditions, inspectPdf, makeSlip, readEdition } from '../../index.js';
import type { EarlierEdition, Inspected, SlipMade } from '../protocol.js';
import { bookFiles, type BookFiles } from './book-files.js';
import { editionPolicy } from './guard.js';
import { NotHere, type IssueOnDesk } from './issue-on-desk.js';
import { typeOf } from './assets.js';

/** Misses of a requirement that are shown. */
const shownPlaces = 12;

/** @param issueOf the issue that a request names, or NotHere */
export function editionRoutes(issueOf: (c: Context) => IssueOnDesk): Hono {
  const routes = new Hono();
  let book: { content: Uint8Array; files: BookFiles } | undefined;

  const bookOf = async (c: Context): Promise<BookFiles> => {
    const { jobs, served } = issueOf(c);
    const made = jobs.ofFormat('epub');
    if (!made) throw new NotHere();
    if (book?.content !== made.content) {
      const { articles } = await served.open.look();
      const titles = new Map(articles.map(({ id, title }) => [id, title]));
      book = { content: made.content, files: bookFiles(made.content, titles) };
    }
    return book.files;
  };
  routes.get('/:key/book', async (c) => c.json((await bookOf(c)).documents));
  routes.get('/:key/book/:name{.+}', async (c) => {
    const name = c.req.param('name');
    const content = (await bookOf(c)).files.get(name);
    if (!content) throw new NotHere();
    return c.body(new Uint8Array(content), 200, {
      'Content-Type': bookType(name),
      'Content-Security-Policy': editionPolicy,
    });
  });

  routes.get('/:key/inspect/:name{.+}', async (c) => {
    const file = issueOf(c).jobs.file(c.req.param('name'));
    if (!file) throw new NotHere();
    const { pages, verdicts } = await inspectPdf(file.content);
    return c.json({
      pages,
      met: verdicts.filter(({ verdict }) => verdict === 'met').length,
      missed: verdicts
        .filter(({ verdict }) => verdict === 'missed')
        .map(({ rule, figure, misses }) => ({
          rule,
          figure,
          places: misses.slice(0, shownPlaces).map(({ page, what }) => ({ page, what })),
        })),
    } satisfies Inspected);
  });

  const earlier = async (c: Context): Promise<EarlierEdition[]> => {
    const folder = await issueOf(c).served.open.folder();
    const names = await readdir(folder, { recursive: true });
    const files = names
      .filter((name) => /\.edition\.json$/.test(name) && !name.includes('node_modules'))
      .map((name): EarlierEdition => ({ id: name, kind: 'file', name }));
    const inGit = await isCommitted(folder);
    return [...(inGit ? [{ id: 'HEAD:./', kind: 'commit' as const, name: 'HEAD' }] : []), ...files];
  };
  const asked = async (c: Context): Promise<{ id: string; folder: string }> => {
    const { id } = (await c.req.json().catch(() => ({}))) as { id?: string };
    const known = await earlier(c);
    const found = known.find((one) => one.id === id);
    if (!found) throw new NotHere();
    return { id: found.id, folder: await issueOf(c).served.open.folder() };
  };
  routes.get('/:key/earlier', async (c) => c.json(await earlier(c)));
  routes.post('/:key/compare', async (c) => {
    const { id, folder } = await asked(c);
    return c.json(compareEditions(await readEdition(id, folder), await readEdition('.', folder)));
  });
  routes.post('/:key/errata', async (c) => {
    const { id, folder } = await asked(c);
    const out = await mkdtemp(path.join(tmpdir(), 'kanben-slip-'));
    try {
      const { rows, written } = await makeSlip('.', { since: id, out, cwd: folder });
      if (!written) return c.json({ rows } satisfies SlipMade);
      const name = path.basename(written.name);
      const content = await readFile(path.join(out, name));
      const file = { name, format: 'pdf', bytes: content.length, pages: written.pages };
      issueOf(c).jobs.keep({ ...file, content });
      return c.json({ rows, file } satisfies SlipMade);
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  });
  return routes;
}

/** Whether the last commit holds the folder. */
function isCommitted(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile('git', ['ls-tree', '--name-only', 'HEAD', './'], { cwd: folder }, (error, out) =>
      resolve(!error && out.trim() !== ''),
    );
  });
}

function bookType(name: string): string {
  if (/\.x?html$/.test(name)) return 'application/xhtml+xml; charset=utf-8';
  if (/\.(?:png|gif|webp)$/.test(name)) return `image/${name.split('.').at(-1)}`;
  if (/\.jpe?g$/.test(name)) return 'image/jpeg';
  if (/\.(?:woff2?|otf)$/.test(name)) return `font/${name.split('.').at(-1)}`;
  return typeOf(name);
}
