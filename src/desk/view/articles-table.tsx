/** All articles in one table, and the facts of the issue above it: the quickest way to see what is wrong. */
import type { ArticleFacts } from '../../index.js';
import { act, guarded, showPlace } from './acts.js';
import { pagesOf } from './page-pane.js';
import { set, useStore } from './store.js';
import { useWords } from './words.js';

/** Facts of an issue that a person is asked for; lists are written with 、 between. */
const journalFacts = [
  'journal',
  'year',
  'volume',
  'number',
  'total',
  'date',
  'issn',
  'cn',
  'publisher',
  'editors',
] as const;
const bookFacts = ['title', 'subtitle', 'author', 'translator', 'editor', 'year', 'isbn', 'publisher'] as const;
const lists = new Set<string>(['editors', 'author', 'translator', 'editor']);

export function ArticlesTable() {
  const w = useWords();
  const look = useStore((now) => now.issue?.look);
  useStore((now) => now.proof?.made);
  if (!look) return null;
  const isBook = 'isbn' in look.facts || 'author' in look.facts;
  const columns = look.articles.some(({ column }) => column !== undefined);
  return (
    <div class="screen">
      <section aria-labelledby="issue-facts">
        <h2 id="issue-facts">{w.issueFacts}</h2>
        <div class="facts">
          {(isBook ? bookFacts : journalFacts).map((key) => {
            const value = look.facts[key] ?? '';
            return (
              <label key={key}>
                <span>{w.facts[key]}</span>
                <Field
                  value={Array.isArray(value) ? value.join('、') : value}
                  save={(said) => act({ type: 'issue', facts: { [key]: lists.has(key) ? listOf(said) : said } })}
                />
              </label>
            );
          })}
        </div>
      </section>
      <section aria-labelledby="articles">
        <h2 id="articles">{w.articlesOf(look.articles.length)}</h2>
        <div class="wide" tabIndex={0} role="region" aria-labelledby="articles">
          <table class="list">
            <thead>
              <tr>
                <th scope="col">{w.columns.number}</th>
                <th scope="col">{w.columns.column}</th>
                <th scope="col">{w.columns.title}</th>
                <th scope="col">{w.columns.authors}</th>
                <th scope="col">{w.columns.firstPage}</th>
                <th scope="col">{w.columns.sheets}</th>
                <th scope="col">{w.columns.line}</th>
                <th scope="col">{w.columns.headings}</th>
                <th scope="col">{w.columns.paragraphs}</th>
                <th scope="col">{w.columns.notes}</th>
                <th scope="col">{w.columns.characters}</th>
                <th scope="col">{w.columns.questions}</th>
              </tr>
            </thead>
            <tbody>
              {look.articles.map((article, i) => (
                <Row key={article.id} article={article} n={i + 1} columns={columns} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  );
}

function Row({ article, n, columns }: { article: ArticleFacts; n: number; columns: boolean }) {
  const w = useWords();
  const { id, title, subtitle, workingTitle, authors, column, firstPage, line, at } = article;
  const pages = pagesOf(id);
  const save = (facts: Record<string, string | string[]>) => act({ type: 'article', article: id, facts });
  return (
    <tr>
      <td>
        <button
          type="button"
          aria-label={`${n} ${w.openArticle(title)}`}
          title={w.openArticle(title)}
          onClick={() => {
            set({ screen: 'proof' });
            void guarded(() => showPlace(at.text, at.start, 'queue'));
          }}
        >
          {n}
        </button>
      </td>
      <td>
        <Field
          label={`${w.columns.column} ${n}`}
          value={column ?? ''}
          doubt={columns && !column}
          save={(said) => save({ column: said })}
        />
      </td>
      <td class="grows">
        <Field
          label={`${w.columns.title} ${n}`}
          value={title}
          doubt={workingTitle}
          save={(said) => save({ title: said })}
        />
        {subtitle !== undefined && (
          <Field label={`${w.kinds.subtitle} ${n}`} value={subtitle} save={(said) => save({ subtitle: said })} />
        )}
      </td>
      <td>
        <Field
          label={`${w.columns.authors} ${n}`}
          value={authors.join('、')}
          doubt={authors.length === 0}
          save={(said) => save({ authors: listOf(said) })}
        />
      </td>
      <td class="short">
        <Field
          label={`${w.columns.firstPage} ${n}`}
          value={firstPage === undefined ? '' : String(firstPage)}
          save={(said) => save({ firstPage: said })}
        />
      </td>
      <td class="figure">{pages ? `${pages.first}–${pages.last}` : ''}</td>
      <td class="figure">{line}</td>
      <td class="figure">{article.headings}</td>
      <td class="figure">{article.paragraphs}</td>
      <td class="figure">{article.notes}</td>
      <td class="figure">{article.characters}</td>
      <td class={`figure${article.questions > 0 ? ' doubt' : ''}`}>{article.questions}</td>
    </tr>
  );
}

const listOf = (said: string): string[] =>
  said
    .split(/[、，,;；]/)
    .map((one) => one.trim())
    .filter(Boolean);

interface FieldProps {
  label?: string;
  value: string;
  /** Something is missing or made up. */
  doubt?: boolean;
  save(said: string): Promise<boolean>;
}

/** A field that is written when it is left or Enter is pressed, and is as it was after Escape. */
function Field({ label, value, doubt, save }: FieldProps) {
  return (
    <input
      key={value}
      lang="zh"
      aria-label={label}
      class={doubt ? 'doubt' : ''}
      defaultValue={value}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        event.currentTarget.value = value;
        event.currentTarget.blur();
      }}
      onBlur={(event) => {
        const field = event.currentTarget;
        if (field.value.trim() === value) return;
        void save(field.value.trim()).then((done) => {
          if (!done) field.value = value;
        });
      }}
    />
  );
}
