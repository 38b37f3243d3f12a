/** The frame of the desk: its head, the screens, and what is said at the foot. */
import { useEffect } from 'preact/hooks';
import { redo, undo } from './acts.js';
import { ArticlesTable } from './articles-table.js';
import { AsideList } from './aside-list.js';
import { Editions } from './editions.js';
import { Help } from './help.js';
import { Home } from './home.js';
import { PagePane } from './page-pane.js';
import { Queue, onKey } from './queue.js';
import { Reading } from './reading.js';
import { RecordsList } from './records-list.js';
import { SourcePane } from './source-pane.js';
import { set, useStore, type Pane, type Screen } from './store.js';
import { TextPane } from './text-pane.js';
import { useWords } from './words.js';

const screens: Screen[] = ['proof', 'articles', 'aside', 'records', 'editions', 'reading'];
const panes: Pane[] = ['queue', 'source', 'page'];

export function App() {
  const w = useWords();
  const { language, theme, issue, home, screen, key, help } = useStore((now) => now);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  }, [language]);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    document.title = issue ? `${issue.look.title} · ${w.name}` : w.name;
  }, [issue, w]);
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div class="app">
      <Head />
      <main>
        {!key ? (
          <Home />
        ) : !issue ? (
          <p class="nothing" role="status">
            {w.loading}
          </p>
        ) : screen === 'proof' ? (
          <Proof />
        ) : (
          <Other screen={screen} />
        )}
      </main>
      <Foot />
      {help && <Help />}
      {home === undefined && (
        <p class="hidden" role="status">
          {w.loading}
        </p>
      )}
    </div>
  );
}

function Head() {
  const w = useWords();
  const { issue, screen, language, theme, panes: shown, home, busy } = useStore((now) => now);
  const { undo: back = 0, redo: forth = 0 } = issue?.history ?? {};
  return (
    <header class="head">
      <h1 class="issue-title">
        {home && home.issues.length > 1 && issue ? (
          <button
            type="button"
            class="quiet"
            title={w.otherIssue}
            onClick={() => set({ key: undefined, issue: undefined })}
          >
            ‹ {issue.look.title}
          </button>
        ) : (
          (issue?.look.title ?? w.name)
        )}
      </h1>
      {issue && (
        <nav class="screens" aria-label={w.screensName}>
          {screens.map((one) => (
            <button
              type="button"
              key={one}
              aria-current={screen === one ? 'page' : undefined}
              onClick={() => set({ screen: one })}
            >
              {w.screens[one]}
            </button>
          ))}
        </nav>
      )}
      <div class="head-tools">
        {issue && screen === 'proof' && (
          <div class="pane-choice" role="group" aria-label={w.panesName}>
            {panes.map((pane) => (
              <button
                type="button"
                key={pane}
                aria-pressed={shown[pane]}
                onClick={() => set((now) => ({ panes: { ...now.panes, [pane]: !now.panes[pane] } }))}
              >
                {w.panes[pane]}
              </button>
            ))}
          </div>
        )}
        {issue && (
          <>
            <button type="button" disabled={back === 0 || busy > 0} title={w.undoHint} onClick={() => void undo()}>
              {w.undo}
            </button>
            <button type="button" disabled={forth === 0 || busy > 0} onClick={() => void redo()}>
              {w.redo}
            </button>
          </>
        )}
        <button type="button" class="quiet" title={w.help} aria-label={w.help} onClick={() => set({ help: true })}>
          ?
        </button>
        <button
          type="button"
          class="quiet"
          lang={language === 'zh' ? 'en' : 'zh'}
          onClick={() => set({ language: language === 'zh' ? 'en' : 'zh' })}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
        <button type="button" class="quiet" onClick={() => set({ theme: isDark(theme) ? 'light' : 'dark' })}>
          {isDark(theme) ? w.light : w.dark}
        </button>
      </div>
    </header>
  );
}

const isDark = (theme: string): boolean =>
  theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);

function Other({ screen }: { screen: Screen }) {
  switch (screen) {
    case 'articles':
      return <ArticlesTable />;
    case 'aside':
      return <AsideList />;
    case 'records':
      return <RecordsList />;
    case 'editions':
      return <Editions />;
    default:
      return <Reading />;
  }
}

function Proof() {
  const shown = useStore((now) => now.panes);
  return (
    <div class={`proof shows-${['queue', 'source', 'text', 'page'].filter((pane) => shown[pane as Pane]).length}`}>
      {shown.queue && <Queue />}
      {shown.source && <SourcePane />}
      <TextPane />
      {shown.page && <PagePane />}
    </div>
  );
}

/** What has just been done, or why not. */
function Foot() {
  const w = useWords();
  const { notice, busy, connected } = useStore((now) => now);
  return (
    <footer class="foot">
      <p role="status" aria-live="polite" class={`notice ${notice?.kind ?? ''}`}>
        {busy > 0 ? w.saving : notice?.words}
      </p>
      {!connected && <p class="notice lost">{w.lost}</p>}
      <p class="dim keys">{w.keys}</p>
    </footer>
  );
}
