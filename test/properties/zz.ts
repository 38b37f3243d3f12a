import fc from 'fast-check';
import { clean } from '../../src/clean/index.js';
import { parse } from '../../src/parse/index.js';
import { restore } from '../../src/restore/index.js';
import { structure } from '../../src/structure/index.js';
import { ledgerCloses } from '../../src/verify/ledger-closes.js';
import { notesBalance } from '../../src/verify/notes-balance.js';
import { rawText } from '../cases/raw-text.js';
import { anyKind, anyText } from './any-text.js';
function fatal(text: string, kind: any): string[] {
  const raw = rawText(text);
  const tree = restore(parse(clean(raw, kind)));
  const issue = structure([tree], {
    slug: 'issue',
    name: 'issue',
    folder: '/texts',
    single: true,
    texts: [{ path: raw.path, name: raw.name }],
    config: {},
  });
  ledgerCloses(issue);
  notesBalance(issue);
  return raw.file.messages.filter((m) => m.fatal === true).map(String);
}
const known: RegExp[] = [/\[\^1\]: |<sup>/];
const seen = new Set<string>();
for (let seed = 0; seed < Number(process.argv[2]); seed++) {
  const r = fc.check(
    fc.property(anyText, anyKind, (t, k) => {
      if (known.some((x) => x.test(t))) return;
      let f;
      try {
        f = fatal('活字没有取代雕版，这是史家都知道的。\n\n' + t, k);
      } catch (e) {
        f = [
          String((e as Error).stack)
            .split('\n')
            .slice(0, 3)
            .join(' '),
        ];
      }
      if (f.length) throw new Error(f.join(' | '));
    }),
    { numRuns: 300, seed },
  );
  if (r.failed) {
    const key = JSON.stringify(r.counterexample);
    if (!seen.has(key)) {
      seen.add(key);
      console.log(seed, key, String((r.errorInstance as Error)?.message).slice(0, 300));
    }
  }
}
