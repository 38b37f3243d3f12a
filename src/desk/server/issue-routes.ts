/** What the windows of one issue ask for. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { readFile } from 'node:fs/promises';
import type { Act } from '../../index.js';
import type { ArticleBlocks, JobRequest, SourcePage } from '../protocol.js';
import { actSchema } from './act-schema.js';
import { editionRoutes } from './edition-routes.js';
import { refusedOf } from './refused.js';
import { NotHere, type IssueOnDesk } from './issue-on-desk.js';

/** Bytes of an act: a paragraph, or all questions of a text. */
const longestAct = 8 * 1024 * 1024;

/** @param find the issue of a key; undefined where there is none */
export function issueRoutes(find: (key: string) => IssueOnDesk | undefined): Hono {
  const routes = new Hono();
  const issueOf = (c: Context): IssueOnDesk => {
    const found = find(c.req.param('key') ?? '');
    if (!found) throw new NotHere();
    return found;
  };
  routes.onError((error, c) => {
    if (error instanceof NotHere) return c.text('not here', 404);
    if (error instanceof HTTPException) return error.getResponse();
    return c.json(refusedOf(error), 409);
  });
  routes.use('*', bodyLimit({ maxSize: longestAct }));

  routes.get('/:key/state', async (c) => c.json(await issueOf(c).served.state()));

  routes.get('/:key/article/:id', async (c) => {
    const { open } = issueOf(c).served;
    const id = c.req.param('id');
    const blocks = await open.blocks(id);
    const digest = (await open.look()).articles.find((article) => article.id === id)?.digest;
    if (!blocks || digest === undefined) throw new NotHere();
    return c.json({ digest, blocks } satisfies ArticleBlocks);
  });

  routes.get('/:key/text/:number', async (c) => {
    const raw = await issueOf(c).served.open.text(Number(c.req.param('number')));
    if (!raw) throw new NotHere();
    return c.body(raw.text, 200, { 'Content-Type': 'text/plain; charset=utf-8' });
  });

  routes.get('/:key/pages/:number', async (c) => {
    const raw = await issueOf(c).served.open.text(Number(c.req.param('number')));
    if (!raw?.paged) throw new NotHere();
    const pages = raw.paged.pages.map(({ number, width, height, start, lines }): SourcePage => ({
      number,
      width,
      height,
      start,
      lines: lines.map(({ start: from, end, x, right, y, size }) => ({ start: from, end, x, right, y, size })),
    }));
    return c.json(pages);
  });

  /** The PDF that a text was read from. */
  routes.get('/:key/source/:number', async (c) => {
    const raw = await issueOf(c).served.open.text(Number(c.req.param('number')));
    if (!raw?.paged) throw new NotHere();
    return c.body(new Uint8Array(await readFile(raw.path)), 200, { 'Content-Type': 'application/pdf' });
  });

  routes.get('/:key/preview/:question', async (c) =>
    c.json(await issueOf(c).served.open.preview(c.req.param('question'))),
  );

  routes.post('/:key/act', async (c) => {
    const act = actSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!act.success) return c.text('no act', 400);
    return c.json(await issueOf(c).served.act(act.data as Act));
  });
  routes.post('/:key/undo', async (c) => c.json(await issueOf(c).served.undo()));
  routes.post('/:key/redo', async (c) => c.json(await issueOf(c).served.redo()));

  routes.post('/:key/job', async (c) => {
    const request = (await c.req.json().catch(() => undefined)) as JobRequest | undefined;
    if (!Array.isArray(request?.formats)) return c.text('no job', 400);
    return c.json({ job: issueOf(c).jobs.begin(request) });
  });

  routes.get('/:key/made/:name{.+}', (c) => {
    const file = issueOf(c).jobs.file(c.req.param('name'));
    if (!file) throw new NotHere();
    const name = encodeURIComponent(file.name.split('/').at(-1)!);
    const type = file.name.endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream';
    const how = c.req.query('keep') === undefined && type === 'application/pdf' ? 'inline' : 'attachment';
    return c.body(new Uint8Array(file.content), 200, {
      'Content-Type': type,
      'Content-Disposition': `${how}; filename*=UTF-8''${name}`,
    });
  });
  routes.route('/', editionRoutes(issueOf));
  return routes;
}
