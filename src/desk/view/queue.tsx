/** The questions that are open, one after the other: what stands there, what may be said, and what would come of it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { sentenceOf } from '../../messages/index.js';
import type { OpenQuestion } from '../../index.js';
import { act, guarded, showQuestion, undo } from './acts.js';
import { PaneFrame } from './pane-frame.js';
import { get, set, useStore, type State } from './store.js';
import { named, useWords } from './words.js';

/** The questions that the filters let through. */
export function filtered({ issue, filters }: State): OpenQuestion[] {
  const { rule, article, sure } = filters;
  return (issue?.look.questions ?? []).filter(
    (question) =>
      (rule === '' || question.rule === rule) &&
      (article === '' || question.article === article) &&
      (sure === '' || question.confidence === sure),
  );
}

/** Goes on by so many questions. */
export function step(by: number): void {
  const now = get();
  const list = filtered(now);
  const at = list.findIndex(({ id }) => id === now.question);
  const next = list[Math.min(list.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  if (next) void showQuestion(next.id);
}

/** Gives the answer of a number and goes on with the question that then stands in its place. */
export async function answer(choice: number, supplied?: string): Promise<void> {
  const now = get();
  const list = filtered(now);
  const at = list.findIndex(({ id }) => id === now.question);
  const question = list[at];
  const chosen = question?.choices[choice];
  if (!question || !chosen) return;
  if (chosen.supply !== undefined && supplied === undefined) {
    document.getElementById(`supply-${question.id}-${choice}`)?.focus();
    return;
  }
  const done = await act({
    type: 'answer',
    question: question.id,
    choice,
    ...(supplied !== undefined && { supplied }),
  });
  if (done) goOn(at);
}

/** The same answer for all questions of its kind that the filters let through. */
export async function answerAll(question: OpenQuestion, choice: number): Promise<void> {
  const now = get();
  const { key, reading } = question.choices[choice]!;
  const list = filtered(now);
  const alike = alikeTo(question, list);
  const at = list.findIndex(({ id }) => id === question.id);
  const isReading = key !== 'accept' && reading !== undefined;
  const done = await act({
    type: 'answer-all',
    questions: alike.map(({ id }) => id),
    key,
    ...(isReading && { reading }),
  });
  if (done) goOn(Math.max(0, at - alike.findIndex(({ id }) => id === question.id)));
}

const alikeTo = ({ rule, message }: OpenQuestion, list: readonly OpenQuestion[]): OpenQuestion[] =>
  list.filter((one) => one.rule === rule && one.message.id === message.id);

function goOn(at: number): void {
  const list = filtered(get());
  void showQuestion((list[at] ?? list.at(-1))?.id);
}

export function Queue() {
  const w = useWords();
  const issue = useStore((now) => now.issue);
  const filters = useStore((now) => now.filters);
  const current = useStore((now) => now.question);
  const all = issue?.look.questions ?? [];
  const list = useStore(() => filteredOnce(get()));
  const rules = [...new Set(all.map(({ rule }) => rule))];
  const sures = [...new Set(all.map(({ confidence }) => confidence))];
  return (
    <PaneFrame
      pane="queue"
      title={
        <>
          {w.questionsLeft(all.length)} <span class="dim">{w.answered(issue?.look.answered ?? 0)}</span>
        </>
      }
    >
      <div class="filters">
        <select
          aria-label={w.byKind}
          value={filters.rule}
          onChange={(event) => setFilter('rule', event.currentTarget.value)}
        >
          <option value="">{w.allKinds}</option>
          {rules.map((rule) => (
            <option key={rule} value={rule}>
              {named(w.rules, rule)} ({all.filter((one) => one.rule === rule).length})
            </option>
          ))}
        </select>
        {(issue?.look.articles.length ?? 0) > 1 && (
          <select
            aria-label={w.byArticle}
            value={filters.article}
            onChange={(event) => setFilter('article', event.currentTarget.value)}
          >
            <option value="">{w.allArticles}</option>
            {issue?.look.articles
              .filter(({ questions }) => questions > 0)
              .map(({ id, title, questions }) => (
                <option key={id} value={id}>
                  {title} ({questions})
                </option>
              ))}
          </select>
        )}
        {sures.length > 1 && (
          <select
            aria-label={w.bySureness}
            value={filters.sure}
            onChange={(event) => setFilter('sure', event.currentTarget.value)}
          >
            <option value="">{w.allSure}</option>
            {sures.map((sure) => (
              <option key={sure} value={sure}>
                {w.sureness[sure]} ({all.filter((one) => one.confidence === sure).length})
              </option>
            ))}
          </select>
        )}
      </div>
      {list.length === 0 ? (
        <p class="nothing">{all.length === 0 ? w.noQuestions : w.noneOfThese}</p>
      ) : (
        <ol class="questions" aria-label={w.panes.queue}>
          {list.map((question) => (
            <Question
              key={question.id}
              question={question}
              open={question.id === current}
              alike={alikeTo(question, list).length}
            />
          ))}
        </ol>
      )}
    </PaneFrame>
  );
}

/** The same list as long as nothing it is made of changes. */
const filteredOnce = (() => {
  let last: { issue: unknown; filters: unknown; list: OpenQuestion[] } | undefined;
  return (now: State): OpenQuestion[] => {
    if (last?.issue !== now.issue || last?.filters !== now.filters)
      last = { issue: now.issue, filters: now.filters, list: filtered(now) };
    return last!.list;
  };
})();

function setFilter(name: keyof State['filters'], value: string): void {
  set((now) => ({ filters: { ...now.filters, [name]: value } }));
  const list = filtered(get());
  if (!list.some(({ id }) => id === get().question)) void showQuestion(list[0]?.id);
}

function Question({ question, open, alike }: { question: OpenQuestion; open: boolean; alike: number }) {
  const w = useWords();
  const language = useStore((now) => now.language);
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) element.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const { severity, confidence, weight, line, onPage, rule } = question;
  const place = onPage
    ? w.onPage(onPage.folio ?? String(onPage.page), onPage.line)
    : line
      ? w.line(line)
      : question.file;
  return (
    <li ref={element} class={`question ${severity}`} aria-current={open ? 'true' : undefined}>
      <button type="button" class="question-head" aria-expanded={open} onClick={() => void showQuestion(question.id)}>
        <span class={`sure sure-${confidence}`} title={w.sureness[confidence]} />
        <span class="question-kind">{named(w.rules, rule)}</span>
        <span class="dim">{place}</span>
      </button>
      {open && (
        <div class="question-body">
          <p class="question-words">{sentenceOf(question.message, language)}</p>
          <p class="dim evidence">
            {w.sureness[confidence]}
            {weight !== undefined && ` · ${Math.round(weight * 100)} %`}
            {question.reading !== undefined && ` · ${w.readAs(named(w.readings, question.reading))}`}
          </p>
          <Choices question={question} alike={alike} />
        </div>
      )}
    </li>
  );
}

function Choices({ question, alike }: { question: OpenQuestion; alike: number }) {
  const w = useWords();
  const [previews, setPreviews] = useState<{ before: string; after: string }[]>([]);
  useEffect(() => {
    let gone = false;
    void guarded(async () => {
      const shown = await get().api!.preview(question.id);
      if (!gone) setPreviews(shown);
    });
    return () => void (gone = true);
  }, [question.id]);
  return (
    <ol class="choices">
      {question.choices.map((choice, i) => {
        const reading = choice.reading === undefined ? undefined : named(w.readings, choice.reading);
        const done = named(w.doAs, choice.key);
        const name = choice.key === 'accept' ? w.acceptAs(reading) : reading ? w.asReading(done, reading) : done;
        const shown = previews[i];
        return (
          <li key={i} class="choice">
            {choice.supply === undefined ? (
              <div class="choice-row">
                <button type="button" class="choice-main" onClick={() => void answer(i)}>
                  <kbd>{i + 1}</kbd> {name}
                </button>
                {alike > 1 && (
                  <button
                    type="button"
                    class="choice-all"
                    aria-label={w.sameForAllOf(name, alike)}
                    onClick={() => void answerAll(question, i)}
                  >
                    {w.sameForAll(alike)}
                  </button>
                )}
              </div>
            ) : (
              <form
                class="choice-row supply"
                onSubmit={(event) => {
                  event.preventDefault();
                  const field = event.currentTarget.elements.namedItem('words') as HTMLInputElement;
                  if (field.value.trim() !== '') void answer(i, field.value);
                }}
              >
                <label for={`supply-${question.id}-${i}`}>
                  <kbd>{i + 1}</kbd> {named(w.supply, choice.supply)}
                </label>
                <input
                  id={`supply-${question.id}-${i}`}
                  name="words"
                  lang="zh"
                  onKeyDown={(event) => {
                    if (event.key !== 'Escape') return;
                    event.preventDefault();
                    event.stopPropagation();
                    (
                      event.currentTarget.closest('.question')?.querySelector('.question-head') as HTMLElement | null
                    )?.focus();
                  }}
                />
                <button type="submit">{w.set}</button>
                {choice.supply === 'after' && (
                  <button
                    type="button"
                    onClick={() => set({ waiting: { type: 'supply', question: question.id, choice: i } })}
                  >
                    {w.clickPlace}
                  </button>
                )}
              </form>
            )}
            {shown && shown.after !== '' && shown.after !== shown.before && <Preview {...shown} />}
          </li>
        );
      })}
    </ol>
  );
}

/** A passage before and after, what differs made plain. */
export function Preview({ before, after }: { before: string; after: string }) {
  const w = useWords();
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const [gone, come] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  return (
    <p class="preview" lang="zh">
      {before.slice(0, head)}
      {gone && (
        <del>
          <span class="hidden">{w.takenOut}</span>
          {gone}
        </del>
      )}
      {come && (
        <ins>
          <span class="hidden">{w.putIn}</span>
          {come}
        </ins>
      )}
      {after.slice(after.length - tail)}
    </p>
  );
}

/** Keys that work wherever no words are being typed. */
export function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const typing =
    target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('.cm-editor');
  if (event.key === 'Escape' && get().waiting) set({ waiting: undefined });
  if (typing || event.ctrlKey || event.metaKey || event.altKey || get().help) return;
  if (event.key === '?') {
    event.preventDefault();
    return set({ help: true });
  }
  if (get().screen !== 'proof') return;
  const digit = /^[1-9]$/.exec(event.key)?.[0];
  if (event.key === 'j' || event.key === 'ArrowDown') step(1);
  else if (event.key === 'k' || event.key === 'ArrowUp') step(-1);
  else if (event.key === 'u') void undo();
  else if (digit) void answer(Number(digit) - 1);
  else if (event.key === 'Enter' && !target.closest('button:not(.question-head), a, summary')) void answer(0);
  else if (event.key === 'a') void allOfFirst();
  else return;
  event.preventDefault();
}

/** The first answer, for all of the kind. */
async function allOfFirst(): Promise<void> {
  const now = get();
  const question = now.issue?.look.questions.find(({ id }) => id === now.question);
  if (question && question.choices[0]?.supply === undefined && question.choices[0]) await answerAll(question, 0);
}
