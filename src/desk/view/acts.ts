/** What a person does on the screen: the server is asked, and what it answers is shown. */
import { sentenceOf } from '../../messages/index.js';
import type { Act, Acted, Block, DeskEvent, IssueState } from '../protocol.js';
import { IssueApi, listen, Lost, Refusal, home } from './api.js';
import { get, set, shownBlocks, type Pane, type Selected, type State } from './store.js';
import { words } from './words.js';

/** ms until a program that does not answer is asked again. */
const again = 1_000;

/** Lays an issue out. */
export async function openIssue(key: string): Promise<void> {
  const api = new IssueApi(key);
  set({
    key,
    api,
    issue: undefined,
    blocks: {},
    article: undefined,
    question: undefined,
    selected: undefined,
    proof: undefined,
    jobs: [],
    proofJobs: [],
  });
  await guarded(async () => {
    await take(await api.state());
    const first = get().issue?.look.questions[0];
    if (first) await showQuestion(first.id);
    else await showArticle(get().issue?.look.articles[0]?.id);
  });
}

export async function begin(): Promise<void> {
  listen(
    (event) => {
      const now = get();
      if (event.type === 'changed') {
        if (event.issue === now.key && event.revision !== now.issue?.revision) void refresh();
      } else if (event.issue === now.key) hearJob(event);
    },
    (connected) => {
      const was = get().connected;
      set({ connected });
      // what happened while nobody heard it
      if (connected && !was) void refresh();
    },
  );
  await guarded(async () => {
    const found = await home();
    set({ home: found });
    const asked = decodeURIComponent(location.hash.slice(1));
    const [only] = found.issues;
    const chosen = found.issues.find(({ key }) => key === asked) ?? (found.issues.length === 1 ? only : undefined);
    if (chosen) await openIssue(chosen.key);
  });
}

export const refresh = (): Promise<void> =>
  guarded(async () => {
    const { api } = get();
    if (api) await take(await api.state());
  });

/** Shows an issue as it now stands; articles that have changed are read again. */
async function take(issue: IssueState): Promise<void> {
  const before = get();
  set({ issue, connected: true, question: standIn(before, issue) });
  const { article } = before;
  const { articles } = issue.look;
  if (article !== undefined && !articles.some(({ id }) => id === article)) await showArticle(articles[0]?.id);
  else if (article !== undefined) await loadBlocks(article);
}

/** The question that is looked at; where it has been answered, the one that follows it. */
function standIn({ question, issue: former }: State, { look }: IssueState): string | undefined {
  const open = new Set(look.questions.map(({ id }) => id));
  if (question === undefined || open.has(question)) return question;
  const list = former?.look.questions ?? [];
  const at = list.findIndex(({ id }) => id === question);
  const next =
    list.slice(at + 1).find(({ id }) => open.has(id)) ?? list.slice(0, at).findLast(({ id }) => open.has(id));
  return next?.id ?? look.questions[0]?.id;
}

/** Reads the blocks of an article where it has changed. */
async function loadBlocks(id: string): Promise<Block[]> {
  const { api, blocks, issue } = get();
  const digest = issue?.look.articles.find((article) => article.id === id)?.digest;
  const known = blocks[id];
  if (known && known.digest === digest) return known.blocks;
  const read = await api!.article(id);
  set((now) => ({ blocks: { ...now.blocks, [id]: read } }));
  return read.blocks;
}

export async function showArticle(id: string | undefined): Promise<Block[]> {
  if (id === undefined) {
    set({ article: undefined });
    return [];
  }
  const blocks = await loadBlocks(id);
  if (get().article !== id) set({ article: id });
  return blocks;
}

/** Goes to a place of the source: the block that holds it is chosen. */
export async function showPlace(text: number, offset: number, from?: Pane): Promise<void> {
  const articles = get().issue?.look.articles.filter(({ at }) => at.text === text) ?? [];
  const article = articles.findLast(({ at }) => at.start <= offset) ?? articles[0];
  if (!article) return;
  const block = blockAt(await showArticle(article.id), text, offset);
  set({ selected: block && { article: article.id, n: block.n }, from });
}

/** The smallest block that holds a place; else the last that begins before it. */
export function blockAt(blocks: readonly Block[], text: number, offset: number): Block | undefined {
  const placed = blocks.filter(({ at, kind }) => at?.text === text && kind !== 'table');
  const holding = placed
    .filter(({ at }) => at!.start <= offset && offset <= at!.end)
    .sort((a, b) => a.at!.end - a.at!.start - (b.at!.end - b.at!.start));
  if (holding[0]) return holding[0];
  return placed.filter(({ at }) => at!.start <= offset).sort((a, b) => b.at!.start - a.at!.start)[0];
}

export async function showQuestion(id: string | undefined): Promise<void> {
  set({ question: id });
  const question = get().issue?.look.questions.find((one) => one.id === id);
  if (question?.at) await guarded(() => showPlace(question.at!.text, question.at!.start, 'queue'));
}

export const select = (selected: Selected | undefined, from?: Pane): void => set({ selected, from });

export const selectedBlock = (): Block | undefined => {
  const { selected, blocks } = get();
  return selected && blocks[selected.article]?.blocks[selected.n];
};

export const refOf = (article: string, { n, words: said }: Block) => ({ article, n, words: said });

/** @returns whether it was done */
export async function act(what: Act): Promise<boolean> {
  return doing(
    (api) => api.act(what),
    (done) => words().desk.done(done.added.length, done.removed.length, done.file),
  );
}

export const undo = (): Promise<boolean> =>
  doing(
    (api) => api.undo(),
    () => words().desk.undone,
  );
export const redo = (): Promise<boolean> =>
  doing(
    (api) => api.redo(),
    () => words().desk.redone,
  );

async function doing(ask: (api: IssueApi) => Promise<Acted>, tell: (done: Acted['done']) => string): Promise<boolean> {
  const { api } = get();
  if (!api) return false;
  set((now) => ({ busy: now.busy + 1 }));
  try {
    const { done, ...issue } = await ask(api);
    await take(issue);
    set({ notice: { kind: 'done', words: tell(done) } });
    return true;
  } catch (error) {
    tellFailure(error);
    return false;
  } finally {
    set((now) => ({ busy: now.busy - 1 }));
  }
}

/** Does what may fail, and says so. */
export async function guarded(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    tellFailure(error);
  }
}

function tellFailure(error: unknown): void {
  if (error instanceof Refusal) {
    const { language } = get();
    const said = error.refused.map(({ message, file, line }) =>
      [file && `${file}${line ? `:${line}` : ''}`, sentenceOf(message, language)].filter(Boolean).join(' '),
    );
    set({ notice: { kind: 'refused', words: said.join('\n') } });
  } else if (error instanceof Lost) {
    set({ connected: false });
    setTimeout(() => void refresh(), again);
  } else throw error;
}

type JobEvent = Exclude<DeskEvent, { type: 'changed' }>;

function hearJob(event: JobEvent): void {
  set((now) => ({
    jobs: now.jobs.map((job) =>
      job.id !== event.job
        ? job
        : event.type === 'progress'
          ? { ...job, progress: event }
          : { ...job, result: event.result },
    ),
  }));
  const { proof } = get();
  if (event.type !== 'finished' || proof?.job !== event.job) return;
  const { files, printed, refused } = event.result;
  const file = files.find(({ format }) => format === 'pdf');
  set({
    proof: {
      ...proof,
      job: undefined,
      refused: refused?.map(({ message }) => sentenceOf(message, get().language)).join('\n'),
      ...(file && { file: file.name, pages: file.pages, made: proof.made + 1, printed }),
    },
  });
}

export async function beginJob(formats: string[], press = false): Promise<string | undefined> {
  const { api } = get();
  let id: string | undefined;
  await guarded(async () => {
    ({ job: id } = await api!.job({ formats, press }));
    set((now) => ({ jobs: [...now.jobs, { id: id!, formats, press }].slice(-20) }));
  });
  return id;
}

/** The block before another in which words stand, for joining. */
export function blockBefore(block: Block): Block | undefined {
  const blocks = shownBlocks(get()) ?? [];
  return blocks
    .slice(0, block.n)
    .findLast((one) => one.editable && isText(one) && (one.kind === 'note') === (block.kind === 'note'));
}

const isText = ({ kind }: Block): boolean => !['table', 'cell', 'caption', 'source', 'code', 'formula'].includes(kind);
