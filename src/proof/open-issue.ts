/**
 * An issue that a person proofs: what it holds out, what the person does in; each act ends as a record in a file beside the
 * texts, or is refused with nothing written.
 *
 * An act is planned on the texts as records find them, tried on the whole issue, and written only when every record of it
 * applies and none that stood there stops applying. The file is read again right before it is written: when somebody else
 * has changed it, the act is planned anew on what stands there then. The texts themselves are never written.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { VFile } from 'vfile';
import type { Session, SessionMakeOptions } from '../build/session.js';
import { messages, type Message } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import type { IssueSource, RawText } from '../model/index.js';
import type { MadeIssue } from '../pipeline/made-issue.js';
import { replaceFile } from '../publish/replace-file.js';
import { changedFiles } from '../stages/acquire/file-digest.js';
import { correctionsPlace, findIssues } from '../stages/acquire/find-issues.js';
import { readIssueConfig } from '../stages/acquire/read-issue-config.js';
import { shownPath } from '../stages/acquire/shown-path.js';
import {
  appendRecord,
  planned,
  recordItems,
  withoutRecords,
  withRecordAt,
  writtenRecord,
  type IssueText,
} from '../stages/revise/index.js';
import { baseText } from './base-text.js';
import { withFacts } from './edit-config.js';
import { lookAt, type Seen } from './look.js';
import { planAct, type RecordAct, type Standing } from './plan-act.js';
import type { RecordPlan } from './propose/proposer.js';
import type { Act, Block, Done, Look } from './types.js';

/** How often an act is planned anew because somebody else writes the same file. */
const mostRounds = 5;

/** A step that can be undone: what a file held before and after. */
interface Step {
  number: number;
  place: string;
  before: string;
  after: string;
}

/** A file as an act would leave it. */
interface Draft {
  place: string;
  before: string;
  text: string;
  source: IssueSource;
  plan?: RecordPlan;
}

export class OpenIssue {
  private standing: Standing | undefined;
  /** Acts and looks, one after the other. */
  private last: Promise<unknown> = Promise.resolve();
  private steps: Step[] = [];
  private undone: Step[] = [];
  private count = 0;

  /**
   * @param target folder or text of the issue
   * @param cwd absolute path of the working folder
   */
  constructor(
    private readonly target: string,
    private readonly session: Session,
    private readonly cwd: string,
  ) {}

  /**
   * The issue as its files say now; made anew only where one of them has changed.
   *
   * @throws Misuse where its files cannot be read
   */
  look(): Promise<Look> {
    return this.inTurn(async () => (await this.stand()).seen.look);
  }

  /** The blocks of an article; undefined where there is none of this id. */
  blocks(article: string): Promise<Block[] | undefined> {
    return this.inTurn(async () => (await this.stand()).seen.blocks.get(article));
  }

  /** A raw text by its number. */
  text(number: number): Promise<RawText | undefined> {
    return this.inTurn(async () => (await this.stand()).made.raws[number]);
  }

  /** What a choice of a question would do: passages before and after. */
  preview(question: string): Promise<{ before: string; after: string }[]> {
    return this.inTurn(async () => {
      const { seen, base } = await this.stand();
      const text = await base();
      return (seen.look.questions.find(({ id }) => id === question)?.choices ?? []).map(({ record }) => {
        const [operation] = planned(record, text);
        return operation?.shown ?? { before: '', after: '' };
      });
    });
  }

  /**
   * Makes the outputs of the issue as it stands.
   *
   * @throws as `Session.makeSource`
   */
  make(options: SessionMakeOptions): Promise<MadeIssue> {
    return this.found().then((source) => this.session.makeSource(source, this.cwd, options));
  }

  /** Where the issue's files are, absolute. */
  async folder(): Promise<string> {
    return (await this.found()).folder;
  }

  /** @throws Misuse, with nothing written, where it cannot be done */
  act(act: Act): Promise<Done> {
    return this.inTurn(async () => {
      for (let round = 0; round < mostRounds; round++) {
        const standing = await this.stand();
        const draft =
          act.type === 'issue' ? await this.draftFacts(act.facts, standing) : await this.draft(act, standing);
        const done = await this.write(draft, standing);
        if (!done) continue;
        this.undone = [];
        return done;
      }
      throw new Misuse({ reason: messages.proof.keepsChanging });
    });
  }

  /** Takes the last step back. @throws Misuse where there is none, or somebody else has gone on from it */
  undo(): Promise<Done> {
    return this.inTurn(() => this.turn(this.steps, this.undone, 'before'));
  }

  /** Does again what was undone last. */
  redo(): Promise<Done> {
    return this.inTurn(() => this.turn(this.undone, this.steps, 'after'));
  }

  /** Looks at everything anew the next time: a file has come or gone. */
  forget(): void {
    this.standing = undefined;
  }

  /** How many steps can be undone and done again. */
  get history(): { undo: number; redo: number } {
    return { undo: this.steps.length, redo: this.undone.length };
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async found(): Promise<IssueSource> {
    const [source, ...others] = await findIssues([this.target], this.cwd);
    if (!source || others.length > 0)
      throw new Misuse({ reason: messages.revise.oneIssue([source!, ...others].map(({ name }) => name)) });
    return source;
  }

  private async stand(): Promise<Standing> {
    if (this.standing && (await changedFiles(this.standing.made.read)).length === 0) return this.standing;
    const source = await this.found();
    return (this.standing = this.standingOf(await this.session.makeSource(source, this.cwd, { formats: [] })));
  }

  private standingOf(made: MadeIssue): Standing {
    const { remember } = this.session;
    let base: Promise<IssueText> | undefined;
    let seen: Seen | undefined;
    return {
      made,
      get seen() {
        return (seen ??= lookAt(made));
      },
      base: () => (base ??= baseText(made, remember)),
    };
  }

  private async draft(act: RecordAct, standing: Standing): Promise<Draft> {
    const plan = await planAct(act, standing);
    const { source } = standing.made;
    const place = correctionsPlace(source);
    const file = shownPath(place, this.cwd);
    const before = source.corrections?.text ?? '';
    const text = withPlan(before, file, plan);
    return { place, before, text, source: withCorrections(source, file, text), plan };
  }

  private async draftFacts(
    facts: Readonly<Record<string, string | string[]>>,
    { made: { source } }: Standing,
  ): Promise<Draft> {
    const place = path.join(source.folder, 'issue.yaml');
    const file = shownPath(place, this.cwd);
    const before = source.configFile ? String(source.configFile.value) : await readOr(place);
    const text = withFacts(before, file, facts);
    if (text === before) throw new Misuse({ reason: messages.proof.nothingSet });
    return { place, before, text, source: await this.withConfig(source, file, text) };
  }

  private async withConfig(source: IssueSource, file: string, text: string): Promise<IssueSource> {
    const read = await readIssueConfig(new VFile({ path: file, value: text }), async () => true);
    return { ...source, config: read.config, configFile: read.file };
  }

  /**
   * Tries a draft, then writes it.
   *
   * @returns undefined where the file has changed meanwhile
   * @throws Misuse where a record of it does not apply
   */
  private async write(draft: Draft, { made: before }: Standing): Promise<Done | undefined> {
    const made = await this.session.makeSource(draft.source, this.cwd, { formats: [] });
    if (draft.plan) refuseFaults(before, made, draft);
    const file = shownPath(draft.place, this.cwd);
    if (!(await replaceFile(draft.place, file, draft.before, draft.text))) {
      this.standing = undefined;
      return undefined;
    }
    // what it was made of is what now stands on the disk
    this.standing = this.standingOf({ ...made, read: await this.readNow(made, draft.place) });
    const step = { number: ++this.count, place: draft.place, before: draft.before, after: draft.text };
    this.steps.push(step);
    return this.told(step);
  }

  private async readNow(made: MadeIssue, place: string): Promise<MadeIssue['read']> {
    const [{ read = [] }] = (await findIssues([this.target], this.cwd)) as [IssueSource];
    const now = read.find((one) => one.path === place);
    return made.read.map((one) => (one.path === place && now ? now : one));
  }

  private told({ number, place, before, after }: Pick<Step, 'number' | 'place' | 'before' | 'after'>): Done {
    const [old, now] = [before, after].map((text) => text.split('\n'));
    return {
      step: number,
      file: shownPath(place, this.cwd),
      added: linesMore(now!, old!),
      removed: linesMore(old!, now!),
    };
  }

  private async turn(from: Step[], to: Step[], side: 'before' | 'after'): Promise<Done> {
    const step = from.at(-1);
    if (!step) throw new Misuse({ reason: messages.proof.nothingToUndo });
    const other = side === 'before' ? 'after' : 'before';
    for (let round = 0; round < mostRounds; round++) {
      const now = (await readOr(step.place)).replace(/^\uFEFF/, '');
      const text = now === step[other] ? step[side] : carried(now, step[other], step[side]);
      if (text === undefined) throw new Misuse({ reason: messages.proof.movedOn });
      if (!(await replaceFile(step.place, shownPath(step.place, this.cwd), now, text))) continue;
      from.pop();
      to.push(step);
      this.standing = undefined;
      return this.told({ ...step, before: now, after: text });
    }
    throw new Misuse({ reason: messages.proof.keepsChanging });
  }
}

/** The list of records as a plan leaves it: what comes takes the place of what goes. */
function withPlan(before: string, file: string, { add, remove }: RecordPlan): string {
  const [first, ...rest] = add;
  const [place, ...others] = [...new Set(remove)].sort((a, b) => b - a);
  let text = before;
  if (first && place !== undefined) {
    text = withoutRecords(withRecordAt(text, place, first), others);
    return rest.reduce((list, record) => appendRecord(list, file, record).text, text);
  }
  text = withoutRecords(text, remove);
  return add.reduce((list, record) => appendRecord(list, file, record).text, text);
}

function withCorrections(source: IssueSource, file: string, text: string): IssueSource {
  const { corrections: _before, ...rest } = source;
  return text === '' ? rest : { ...rest, corrections: { file, text } };
}

/** What an act has put into the list applies, and what stood there still does. */
function refuseFaults(before: MadeIssue, made: MadeIssue, { text, before: former }: Draft): void {
  const faults = faultsOf(made, text);
  const known = faultsOf(before, former);
  const fresh = [...faults].filter(([yaml]) => !known.has(yaml));
  const standing = new Set(recordItems(former).map(({ line }) => writtenRecord(former, line)));
  const own = fresh.filter(([yaml]) => !standing.has(yaml));
  if (own.length > 0) throw new Misuse(own.map(([, { reason }]) => ({ reason })));
  // an acceptance of more findings than are left is asked about; what alters the text must go on doing so
  const broken = fresh.filter(([, { rule }]) => rule !== 'accepted');
  if (broken.length > 0)
    throw new Misuse(broken.map(([, { line }]) => ({ reason: messages.proof.breaksOthers(line) })));
}

/** Why a record does not apply. */
interface Fault {
  line: number;
  rule: string;
  reason: Message;
}

/** Records that do not apply, as they are written, and why. */
function faultsOf({ files, source }: MadeIssue, text: string): Map<string, Fault> {
  const file = files.find(({ path: name }) => name === source.corrections?.file);
  const faults = new Map<string, Fault>();
  for (const { line, fatal, source: stage, ruleId = '', content } of file?.messages ?? []) {
    const yaml = line === undefined ? undefined : writtenRecord(text, line);
    if (fatal === false && stage === 'revise' && yaml !== undefined && content)
      faults.set(yaml, { line: line!, rule: ruleId, reason: content });
  }
  return faults;
}

/** Lines that the first has more often than the second. */
function linesMore(lines: string[], others: string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0 && line !== '';
  });
}

/**
 * A step carried over to a file that has changed elsewhere since: where all that it changed stands as it left it, in one
 * stretch, that stretch is put back.
 */
function carried(now: string, from: string, to: string): string | undefined {
  let head = 0;
  while (head < Math.min(from.length, to.length) && from[head] === to[head]) head++;
  head = from.lastIndexOf('\n', head - 1) + 1;
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const [old, other] = [from.slice(head, from.length - tail), to.slice(head, to.length - tail)];
  if (old === '') {
    // lines that were taken out: behind the line that stood before them
    const anchor = from.slice(0, head);
    return now.startsWith(anchor) ? anchor + other + now.slice(head) : undefined;
  }
  const at = now.indexOf(old);
  return at < 0 || now.indexOf(old, at + 1) >= 0 ? undefined : now.slice(0, at) + other + now.slice(at + old.length);
}

function readOr(place: string): Promise<string> {
  return readFile(place, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}
