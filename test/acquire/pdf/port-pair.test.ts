import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portPair } from '../../../src/stages/acquire/pdf/port-pair.js';

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('messages come out of the other end, later and in order', async () => {
  const [ours, theirs] = portPair();
  const heard: unknown[] = [];
  theirs.addEventListener('message', ({ data }) => heard.push(data));
  ours.addEventListener('message', () => assert.fail('what is sent does not come back'));
  ours.postMessage({ action: 'first' });
  ours.postMessage({ action: 'second' });
  assert.deepEqual(heard, []);
  await tick();
  assert.deepEqual(heard, [{ action: 'first' }, { action: 'second' }]);
});

test('a list of operators keeps its pieces when its sender empties it, and its glyphs are not copied', async () => {
  const [ours, theirs] = portPair();
  let chunk: { fnArray: number[]; argsArray: unknown[] } | undefined;
  theirs.addEventListener('message', ({ data }) => ({ chunk } = data as { chunk: typeof chunk }));
  const glyphs = [{ unicode: '刊' }];
  const sent = { fnArray: [44], argsArray: [glyphs] };
  ours.postMessage({ stream: 4, chunk: sent });
  sent.fnArray.length = sent.argsArray.length = 0;
  await tick();
  assert.deepEqual(chunk?.fnArray, [44]);
  assert.equal(chunk.argsArray[0], glyphs);
});

test('anything else is a copy: what its sender does with it later is not seen', async () => {
  const [ours, theirs] = portPair();
  let heard: unknown;
  theirs.addEventListener('message', ({ data }) => (heard = data));
  const sent = { action: 'commonobj', data: ['g_d0_f1', { name: 'Song' }] };
  ours.postMessage(sent);
  sent.data.length = 0;
  await tick();
  assert.deepEqual(heard, { action: 'commonobj', data: ['g_d0_f1', { name: 'Song' }] });
});

test('who has stopped listening hears nothing', async () => {
  const [ours, theirs] = portPair();
  const ends = new AbortController();
  let heard = 0;
  const listener = (): void => void heard++;
  theirs.addEventListener('message', listener, { signal: ends.signal });
  theirs.addEventListener('message', listener);
  theirs.removeEventListener('message', listener);
  ends.abort();
  ours.postMessage('words');
  await tick();
  assert.equal(heard, 0);
});
