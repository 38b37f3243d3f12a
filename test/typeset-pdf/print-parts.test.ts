import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { h } from 'hastscript';
import { BrowserError } from '../../src/stages/typeset/pdf/browser/browser-error.js';
import { makePdf, type PartStore, type PrintedPart } from '../../src/stages/typeset/pdf/index.js';
import { articleDocument, call, contentsDocument, edition, han, type TestArticle } from './edition.js';

const articles: TestArticle[] = Array.from({ length: 4 }, (_, k) => ({
  id: `a-${k}`,
  title: `第${k}篇`,
  body: [h('p', [han(700 + 500 * k, k + 1), call(`n-${k}`)])],
  notes: { [`n-${k}`]: [h('p', han(40, k + 9))] },
}));
const documents = [contentsDocument(articles), ...articles.map(articleDocument)];
const nowhere = '/no/such/browser';

class Memory implements PartStore {
  readonly parts = new Map<string, PrintedPart>();
  puts: string[] = [];
  asked = 0;
  onAsked: (count: number) => void = () => undefined;

  get(key: string): Promise<PrintedPart | undefined> {
    this.onAsked(++this.asked);
    return Promise.resolve(this.parts.get(key));
  }

  put(key: string, part: PrintedPart): Promise<void> {
    this.puts.push(key);
    this.parts.set(key, structuredClone(part));
    return Promise.resolve();
  }
}

test('what was printed before is not printed again, and the file is the same', async () => {
  const store = new Memory();
  const fresh = await makePdf(edition(documents));
  const filled = await makePdf(edition(documents), { store });
  assert.equal(store.puts.length, documents.length);
  // no browser is started where every part is found
  const again = await makePdf(edition(documents), { store, browser: nowhere });
  assert.ok(Buffer.from(fresh.bytes).equals(Buffer.from(filled.bytes)));
  assert.ok(Buffer.from(fresh.bytes).equals(Buffer.from(again.bytes)));
  assert.deepEqual(again.findings, []);
  assert.deepEqual(again.words, fresh.words);

  // one word: one part, and the file is that of a build without a store
  store.puts = [];
  const corrected = articles.map((article, k) =>
    k === 1 ? { ...article, body: [h('p', [`卜${han(1199, 2).slice(1)}`, call('n-1')])] } : article,
  );
  const list = [contentsDocument(corrected), ...corrected.map(articleDocument)];
  const mended = await makePdf(edition(list), { store });
  assert.equal(store.puts.length, 1);
  const anew = await makePdf(edition(list));
  assert.ok(Buffer.from(mended.bytes).equals(Buffer.from(anew.bytes)));

  // a part that grows by a page moves those behind it, and the contents
  store.puts = [];
  const grown = articles.map((article, k) =>
    k === 2 ? { ...article, body: [...article.body, h('p', han(1300, 40))] } : article,
  );
  await makePdf(edition([contentsDocument(grown), ...grown.map(articleDocument)]), { store });
  assert.equal(store.puts.length, 3);
});

test(
  'a browser that dies is started again, and the file is the same',
  { skip: process.platform !== 'linux' },
  async () => {
    const store = new Memory();
    let killed = 0;
    store.onAsked = (count) => {
      if (count !== 3) return;
      const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
      for (const [, pid] of children.matchAll(/^\s*(\d+) .*--user-data-dir=/gm)) {
        process.kill(Number(pid), 'SIGKILL');
        killed += 1;
      }
    };
    const pdf = await makePdf(edition(documents), { store });
    assert.equal(killed, 1);
    assert.deepEqual(pdf.findings, []);
    assert.ok(Buffer.from(pdf.bytes).equals(Buffer.from((await makePdf(edition(documents))).bytes)));
  },
);

test('a document that the browser cannot make an end of is named', async () => {
  await assert.rejects(makePdf(edition(documents), { patience: 1 }), (error) => {
    assert.ok(error instanceof BrowserError);
    assert.match(error.message, /"第0篇" and was stopped/);
    return true;
  });
});
