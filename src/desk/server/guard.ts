/**
 * Who may speak with the desk: a browser on this machine that was given the address with the token, and pages of the desk
 * alone. Everything else is refused before any work is done.
 *
 * Another page of the same browser can send requests here: it does not know the token, and its Origin tells it. A name of
 * another machine that is made to lead here (DNS rebinding) is told by its Host.
 */
import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** What the pages of the desk may load and do. Editors write styles of their own; they bear the nonce. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What a document of an edition may load when it is shown: it holds no scripts, and none would run. */
export const editionPolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join('; ');

/** Headers of every answer. */
export const sealed: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', "default-src 'none'");
};

/**
 * @param port that the server listens on
 * @param token that the first part of every path is
 */
export function guard(port: () => number, token: string): MiddlewareHandler {
  return async (c, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    if (!hosts.includes(c.req.header('host') ?? '')) return c.text('host', 403);
    const origin = c.req.header('origin');
    const known = hosts.map((host) => `http://${host}`);
    if (origin !== undefined && !known.includes(origin)) return c.text('origin', 403);
    // who changes something says where it comes from
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && origin === undefined) return c.text('origin', 403);
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return c.text('site', 403);
    const [, said = ''] = new URL(c.req.url).pathname.split('/');
    if (!isEqual(said, token)) return c.text('token', 403);
    return next();
  };
}

function isEqual(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
