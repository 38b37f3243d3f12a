/** All that the view shows, in one place: parts of it are set, and what shows them is drawn anew. */
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../messages/index.js';
import type { ArticleBlocks, Block, DeskEvent, Home, IssueState, JobResult } from '../protocol.js';
import type { IssueApi } from './api.js';

export type Screen = 'proof' | 'articles' | 'aside' | 'records' | 'editions' | 'reading';

/** The columns of the proof screen. */
export type Pane = 'queue' | 'source' | 'text' | 'page';

/** A block, by its article and number. */
export interface Selected {
  article: string;
  n: number;
}

/** Something that waits for a second click. */
export type Waiting =
  | { type: 'tie'; note: Selected }
  | { type: 'caption'; block: Selected }
  | { type: 'supply'; question: string; choice: number };

export interface Notice {
  kind: 'done' | 'refused' | 'lost';
  words: string;
}

export interface Filters {
  rule: string;
  article: string;
  sure: string;
}

export interface Job {
  id: string;
  formats: string[];
  press: boolean;
  progress?: Extract<DeskEvent, { type: 'progress' }>;
  result?: JobResult;
}

export interface State {
  language: Language;
  theme: 'light' | 'dark' | 'system';
  home?: Home;
  key?: string;
  api?: IssueApi;
  issue?: IssueState;
  screen: Screen;
  panes: Record<Pane, boolean>;
  /** Article that is shown. */
  article?: string;
  blocks: Record<string, ArticleBlocks>;
  /** Question that is looked at. */
  question?: string;
  filters: Filters;
  selected?: Selected;
  /** Where the last choice of a place came from: it does not scroll to itself. */
  from?: Pane;
  waiting?: Waiting;
  /** Acts under way. */
  busy: number;
  connected: boolean;
  notice?: Notice;
  help: boolean;
  jobs: Job[];
  /** Those of them that the page asked for by itself. */
  proofJobs: string[];
  /** The PDF that the page shows, and the job under way for the next one. */
  proof?: {
    file?: string;
    /** Grows with each file. */
    made: number;
    job?: string | undefined;
    pages?: number | undefined;
    revision?: number;
    printed?: JobResult['printed'];
    /** Why there is none. */
    refused?: string | undefined;
  };
}

const kept = ((): Partial<State> => {
  try {
    return JSON.parse(localStorage.getItem('kanben') ?? '{}') as Partial<State>;
  } catch {
    return {};
  }
})();

/** A narrow screen shows one column beside the text; all can be opened. */
const startPanes = (): State['panes'] => {
  const width = window.innerWidth;
  return { queue: true, source: width >= 1180, text: true, page: width >= 1500 };
};

let state: State = {
  language: kept.language ?? (document.documentElement.lang === 'zh' ? 'zh' : 'en'),
  theme: kept.theme ?? 'system',
  screen: 'proof',
  panes: kept.panes ?? startPanes(),
  blocks: {},
  filters: { rule: '', article: '', sure: '' },
  busy: 0,
  connected: true,
  help: false,
  jobs: [],
  proofJobs: [],
};

const listeners = new Set<() => void>();

export const get = (): State => state;

export function set(part: Partial<State> | ((now: State) => Partial<State>)): void {
  state = { ...state, ...(typeof part === 'function' ? part(state) : part) };
  try {
    const { language, theme, panes } = state;
    localStorage.setItem('kanben', JSON.stringify({ language, theme, panes }));
  } catch {
    // a browser that keeps nothing shows all the same
  }
  for (const listener of listeners) listener();
}

/** Draws a component anew when what it takes of the state changes. */
export function useStore<T>(take: (now: State) => T): T {
  const [, draw] = useState(0);
  const taken = take(state);
  useEffect(() => {
    let last = take(state);
    const look = (): void => {
      const now = take(state);
      if (now === last) return;
      last = now;
      draw((n) => n + 1);
    };
    listeners.add(look);
    // something may have changed between drawing and listening
    if (last !== taken) draw((n) => n + 1);
    return () => void listeners.delete(look);
  });
  return taken;
}

/** The blocks that are shown. */
export const shownBlocks = ({ article, blocks }: State): Block[] | undefined =>
  article === undefined ? undefined : blocks[article]?.blocks;
