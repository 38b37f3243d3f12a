/** Says how much of a text was taken for what frames it: more than frames take is lost text. */
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { Issue } from '../../model/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';

/** Rules that take lines out of the text as its frame. */
const frames = new Set(['restore:drop-furniture', 'restore:drop-interrupting-heads', 'structure:masthead']);
/** Above this share a person should look; above the other no edition is made. */
const worthALook = 0.03;
const most = 0.2;
/** In a shorter text a masthead is much, characters. */
const shortestText = 1000;

export function littleSetAside(issue: Issue): void {
  for (const raw of issue.raws) {
    const length = withoutBlanks(raw.text).length;
    const aside = issue.ledger.aside.filter(({ file, rule }) => file === raw.name && frames.has(rule));
    const share = aside.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, length);
    if (length < shortestText || share <= worthALook) continue;
    const longest = aside.toSorted((a, b) => b.text.length - a.text.length)[0];
    const severity = share > most ? 'fatal' : 'warning';
    say(raw, severity, 'verify:set-aside', messages.ledger.muchSetAside(share, longest?.text ?? ''), longest?.span);
  }
}
