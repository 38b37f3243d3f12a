/**
 * Says how much of a text was taken for what frames it: more than frames take is lost text. A whole paragraph among it is
 * named, however long the text is.
 */
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { Issue, RawText, SetAside } from '../../model/index.js';
import { endsSentence, withoutBlanks } from '../../vocabulary/characters.js';
import { acceptanceOf } from '../revise/records/accept.js';

/** Rules that take lines out of the text as its frame. */
const frames = new Set(['restore:drop-furniture', 'restore:drop-interrupting-heads', 'structure:masthead']);
/** Above this share a person should look; above the other no edition is made. */
const worthALook = 0.03;
const most = 0.2;
/** In a shorter text a masthead is much, characters. */
const shortestText = 1000;
/** A running head or a line of a masthead is shorter, and ends no sentence; characters. */
const shortestParagraph = 60;

/** @param confirmed whether a person has said of a text, by its name, that so much of it is frame */
export function littleSetAside(issue: Issue, confirmed: (name: string) => boolean = () => false): void {
  for (const raw of issue.raws) {
    const aside = issue.ledger.aside.filter(({ file, rule }) => file === raw.name && frames.has(rule));
    askShare(raw, aside, confirmed(raw.name));
    for (const { text, span } of aside) {
      if (text.length >= shortestParagraph && endsSentence(text))
        say(raw, 'warning', 'verify:paragraph-aside', messages.ledger.paragraphAside(text), span);
    }
  }
}

function askShare(raw: RawText, aside: SetAside[], confirmed: boolean): void {
  const length = withoutBlanks(raw.text).length;
  const share = aside.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, length);
  if (length < shortestText || share <= worthALook) return;
  const longest = aside.toSorted((a, b) => b.text.length - a.text.length)[0];
  const severity = share > most && !confirmed ? 'fatal' : 'warning';
  const reason = messages.ledger.muchSetAside(share, longest?.text ?? '');
  const message = say(raw, severity, 'verify:set-aside', reason, longest?.span);
  if (severity === 'fatal') message.records = [{ record: acceptanceOf('verify:set-aside') }];
}
