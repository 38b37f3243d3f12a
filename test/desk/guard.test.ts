/** Who may speak with the desk: every way in but its own is shut. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { serveDesk } from '../../src/desk/index.js';
import { lostNotes } from '../proof/opened.js';
import { temporaryFolder } from '../temporary-folder.js';

/** A request as nobody's browser would send it: any Host, the path as it is written. */
function send(
  address: string,
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => void (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode!, text, headers: answer.headers }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

test('the desk answers its own pages and nobody else', async (t) => {
  const folder = await temporaryFolder(t, { 'issue/1.txt': lostNotes(4), 'secret.txt': 'secret' });
  const desk = await serveDesk({ cwd: `${folder}/issue` });
  t.after(() => desk.close());
  const { pathname: base, host, origin } = new URL(desk.address);
  const state = `${base}api/i/issue/state`;
  const act = { method: 'POST', body: '{"type":"issue","facts":{"journal":"x"}}' };
  assert.equal((await send(desk.address, state)).status, 200);

  await t.test('no other token, host, origin or site', async () => {
    assert.equal((await send(desk.address, '/')).status, 403);
    assert.equal((await send(desk.address, state.replace(base, '/wrong/'))).status, 403);
    assert.equal((await send(desk.address, state, { headers: { host: 'evil.example' } })).status, 403);
    assert.equal((await send(desk.address, state, { headers: { host, origin: 'http://evil.example' } })).status, 403);
    assert.equal((await send(desk.address, state, { headers: { host, 'sec-fetch-site': 'cross-site' } })).status, 403);
    const to = `${base}api/i/issue/act`;
    assert.equal((await send(desk.address, to, act)).status, 403, 'who changes something says where it comes from');
    assert.equal((await send(desk.address, to, { ...act, headers: { origin: 'null' } })).status, 403);
    const other = { origin: `http://127.0.0.1:${Number(new URL(desk.address).port) + 1}` };
    assert.equal((await send(desk.address, to, { ...act, headers: other })).status, 403);
    assert.equal((await send(desk.address, to, { ...act, headers: { origin } })).status, 200);
  });

  await t.test('no file outside of what is served', async () => {
    const ways = [
      'assets/../../../../secret.txt',
      'assets/..%2f..%2f..%2fpackage.json',
      'assets/%2e%2e/%2e%2e/package.json',
      'assets//etc/passwd',
      'assets/cmaps/../package.json',
      'assets/cmaps/..',
      'api/i/issue/made/../../secret.txt',
      'api/i/issue/made/..%2f..%2fsecret.txt',
      'api/i/issue/source/0',
      'api/i/issue/text/../../secret.txt',
      'api/i/issue/text/1',
      'api/i/issue/text/__proto__',
      'api/i/..%2f/state',
      'api/i/__proto__/state',
    ];
    for (const way of ways) {
      const { status, text } = await send(desk.address, base + way);
      assert.ok(status >= 400 || /<div id="desk">/.test(text) === false, `${way}: ${status}`);
      assert.doesNotMatch(text, /secret|"dependencies"|root:/, way);
      assert.notEqual(status, 200, way);
    }
  });

  await t.test('no act that is none', async () => {
    const to = `${base}api/i/issue/act`;
    const headers = { origin };
    for (const body of ['', '{', '{"type":"none"}', '{"type":"keep","aside":"x","more":1}', '[]', 'null'])
      assert.equal((await send(desk.address, to, { method: 'POST', headers, body })).status, 400, body);
    const long = `{"type":"keep","aside":"${'x'.repeat(9 * 1024 * 1024)}"}`;
    const sent = await send(desk.address, to, { method: 'POST', headers, body: long }).catch(() => ({ status: 413 }));
    assert.equal(sent.status, 413);
    const refused = await send(desk.address, to, { method: 'POST', headers, body: '{"type":"keep","aside":"x"}' });
    assert.equal(refused.status, 409);
    assert.match(refused.text, /proof\.notAside/);
  });

  await t.test('every answer is sealed', async () => {
    for (const way of ['', 'api/home', 'api/i/issue/text/0', 'nowhere']) {
      const { headers } = await send(desk.address, base + way);
      assert.equal(headers['x-content-type-options'], 'nosniff', way);
      assert.match(String(headers['content-security-policy']), /default-src 'none'/, way);
      assert.equal(headers['referrer-policy'], 'no-referrer', way);
    }
    const page = await send(desk.address, base);
    assert.doesNotMatch(String(page.headers['content-security-policy']), /script-src[^;]*unsafe/);
  });
});
