/** Starts the desk: folders in, a server on this machine alone and the address that opens it out. */
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { findIssues, Misuse, Session, type Language } from '../../index.js';
import type { Home } from '../protocol.js';
import { assetPlace, indexPage, typeOf } from './assets.js';
import { EventStream } from './event-stream.js';
import { contentPolicy, guard, sealed } from './guard.js';
import type { IssueOnDesk } from './issue-on-desk.js';
import { issueRoutes } from './issue-routes.js';
import { takeIn } from './take-in.js';
import { Jobs } from './jobs.js';
import { refusedOf } from './refused.js';
import { ServedIssue } from './served-issue.js';

export interface DeskOptions {
  /** Absolute path of the working folder. */
  cwd: string;
  /** Issues to lay out; those of the working folder where nothing is named. */
  paths?: string[];
  /** A port; any free one where it is left out. */
  port?: number;
  /** In which the desk speaks first. */
  language?: Language;
  /** Path of the browser that prints. */
  browser?: string;
}

/** A desk that is open. */
export interface Desk {
  /** With the token: who has it may work here. */
  address: string;
  close(): Promise<void>;
}

/** Bytes of files that are dropped on the desk together. */
const largestIssue = 1024 * 1024 * 1024;

/** @throws Misuse for paths that lead nowhere */
export async function serveDesk({ cwd, paths = [], port = 0, language = 'en', browser }: DeskOptions): Promise<Desk> {
  const token = randomBytes(24).toString('base64url');
  const nonce = randomBytes(16).toString('base64url');
  const session = new Session(browser === undefined ? {} : { browser });
  const events = new EventStream();
  const issues = new Map<string, IssueOnDesk>();
  let server: Server | undefined;

  const lay = (slug: string, target: string): string => {
    let key = slug;
    for (let n = 2; issues.has(key); n++) key = `${slug}-${n}`;
    const served = new ServedIssue(key, target, session, cwd, (revision) =>
      events.tell({ type: 'changed', issue: key, revision }),
    );
    issues.set(key, { served, jobs: new Jobs(key, served.open, (event) => events.tell(event)) });
    return key;
  };
  for (const source of await issuesFor(paths, cwd))
    lay(source.slug, source.single ? source.texts[0]!.path : source.folder);

  const app = new Hono({ strict: false });
  app.use('*', sealed);
  app.use(
    '*',
    guard(() => (server?.address() as AddressInfo | null)?.port ?? port, token),
  );
  const desk = new Hono({ strict: false });
  desk.get('/', async (c) =>
    c.html(await indexPage(nonce, language), 200, { 'Content-Security-Policy': contentPolicy(nonce) }),
  );
  desk.get('/assets/:name{.+}', async (c) => {
    const place = assetPlace(c.req.param('name'));
    const found = place === undefined ? undefined : await stat(place).catch(() => undefined);
    if (place === undefined || !found?.isFile()) return c.text('not here', 404);
    return c.body(Readable.toWeb(createReadStream(place)) as ReadableStream, 200, {
      'Content-Type': typeOf(place),
      'Content-Length': String(found.size),
      // a worker has a policy of its own
      'Content-Security-Policy': contentPolicy(nonce),
    });
  });
  desk.get('/api/events', (c) => events.serve(c));
  desk.get('/api/home', async (c) => {
    const named = await Promise.all(
      [...issues].map(async ([key, { served }]) => {
        const look = await served.open.look().catch(() => undefined);
        return { key, name: key, ...(look && { title: look.title }) };
      }),
    );
    return c.json({ issues: named, folder: path.basename(cwd) } satisfies Home);
  });
  desk.post('/api/new', bodyLimit({ maxSize: largestIssue }), async (c) => {
    const { slug, folder } = await takeIn(await c.req.formData(), cwd);
    return c.json({ key: lay(slug, folder) });
  });
  desk.route(
    '/api/i',
    issueRoutes((key) => issues.get(key)),
  );
  desk.onError((error, c) => (error instanceof HTTPException ? error.getResponse() : c.json(refusedOf(error), 409)));
  app.route(`/${token}`, desk);

  const listening = await new Promise<AddressInfo>((resolve, reject) => {
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, resolve) as Server;
    server.on('error', reject);
  });
  return {
    address: `http://127.0.0.1:${listening.port}/${token}/`,
    async close() {
      for (const { served, jobs } of issues.values()) {
        jobs.stop();
        await served.close();
      }
      await closed(server);
      await session.close();
    },
  };
}

/** Ends a server and whatever is still connected: windows connect again as long as it listens. */
async function closed(server: Server | undefined): Promise<void> {
  if (!server) return;
  const ending = new Promise((resolve) => server.close(resolve));
  const cutting = setInterval(() => server.closeAllConnections(), 50);
  server.closeAllConnections();
  await ending;
  clearInterval(cutting);
}

/** A folder without texts is a desk that is empty. */
async function issuesFor(paths: string[], cwd: string) {
  try {
    return await findIssues(paths.length > 0 ? paths : ['.'], cwd);
  } catch (error) {
    if (paths.length === 0 && error instanceof Misuse) return [];
    throw error;
  }
}
