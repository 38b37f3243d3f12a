/** The desk before an issue lies on it: issues that are there, and a place to drop the files of a new one. */
import { useRef, useState } from 'preact/hooks';
import { guarded, openIssue } from './acts.js';
import { home as askHome, takeIn } from './api.js';
import { set, useStore } from './store.js';
import { useWords } from './words.js';

interface Dropped {
  file: File;
  path: string;
}

export function Home() {
  const w = useWords();
  const home = useStore((now) => now.home);
  const [files, setFiles] = useState<Dropped[]>([]);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  if (!home) return null;

  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const entries = [...(event.dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry());
    void guarded(async () => {
      const found = (await Promise.all(entries.map((entry) => (entry ? filesIn(entry) : [])))).flat();
      setFiles(found.filter(({ path }) => !path.split('/').some((part) => part.startsWith('.'))));
    });
  };
  const begin = (form: HTMLFormElement): void => {
    const facts = Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
    setBusy(true);
    void guarded(async () => {
      const { key } = await takeIn(
        files.map(({ file }) => file),
        files.map(({ path }) => path),
        facts,
      );
      set({ home: await askHome() });
      await openIssue(key);
      set({ screen: 'articles' });
    }).then(() => setBusy(false));
  };
  return (
    <div class="choose">
      {home.issues.length > 0 && (
        <section aria-labelledby="issues">
          <h2 id="issues">{w.issuesOf(home.folder)}</h2>
          <ul>
            {home.issues.map(({ key, title }) => (
              <li key={key}>
                <button type="button" onClick={() => void openIssue(key)}>
                  {title ?? key}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="new">
        <h2 id="new">{w.newIssue}</h2>
        <div
          class={`drop${over ? ' over' : ''}`}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
        >
          <p>{w.dropHere}</p>
          <p class="dim">{w.dropKinds}</p>
          <button type="button" onClick={() => picker.current?.click()}>
            {w.pickFiles}
          </button>
          <input
            ref={picker}
            class="hidden"
            type="file"
            multiple
            tabIndex={-1}
            aria-label={w.pickFiles}
            accept=".txt,.md,.markdown,.pdf,.png,.jpg,.jpeg,.yaml"
            onChange={(event) =>
              setFiles(
                [...(event.currentTarget.files ?? [])].map((file) => ({
                  file,
                  path: file.webkitRelativePath || file.name,
                })),
              )
            }
          />
        </div>
        {files.length > 0 && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              begin(event.currentTarget);
            }}
          >
            <ul class="dropped" aria-label={w.filesTaken(files.length)}>
              {files.map(({ path, file }) => (
                <li key={path}>
                  {path} <span class="dim">{w.size(Math.max(1, Math.round(file.size / 1024)), undefined)}</span>
                </li>
              ))}
            </ul>
            <div class="facts">
              {(['journal', 'year', 'volume', 'number', 'total', 'issn'] as const).map((key) => (
                <label key={key}>
                  <span>{w.facts[key]}</span>
                  <input name={key} lang="zh" />
                </label>
              ))}
            </div>
            <p class="dim">{w.factsLater}</p>
            <button type="submit" class="primary" disabled={busy}>
              {busy ? w.loading : w.beginIssue}
            </button>
          </form>
        )}
      </section>
    </div>
  );
}

/** All files of what was dropped, those of folders with their paths. */
async function filesIn(entry: FileSystemEntry): Promise<Dropped[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    // a folder is told of in parts
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) break;
    found.push(...part);
  }
  return (await Promise.all(found.map(filesIn))).flat();
}
