/** Asks the server: paths below the address that the page was opened with, so that the token goes along. */
import type {
  Acted,
  ArticleBlocks,
  DeskEvent,
  Home,
  IssueState,
  JobRequest,
  Refused,
  SourcePage,
} from '../protocol.js';
import type { Act } from '../protocol.js';

/** What could not be done, to be worded. */
export class Refusal extends Error {
  constructor(readonly refused: Refused['refused']) {
    super('refused');
  }
}

/** The server does not answer. */
export class Lost extends Error {}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(`api/${path}`, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Lost(String(error));
  });
  if (response.status === 409) throw new Refusal(((await response.json()) as Refused).refused);
  if (!response.ok) throw new Lost(`${response.status}`);
  return response;
}

const json = async <T>(path: string, init?: RequestInit): Promise<T> => (await (await ask(path, init)).json()) as T;

const post = <T>(path: string, body?: object): Promise<T> =>
  json<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });

export const home = (): Promise<Home> => json('home');

/** What one issue is asked. */
export class IssueApi {
  constructor(private readonly key: string) {}

  private at(path: string): string {
    return `i/${encodeURIComponent(this.key)}/${path}`;
  }

  state(): Promise<IssueState> {
    return json(this.at('state'));
  }

  article(id: string): Promise<ArticleBlocks> {
    return json(this.at(`article/${encodeURIComponent(id)}`));
  }

  async text(number: number): Promise<string> {
    return (await ask(this.at(`text/${number}`))).text();
  }

  pages(number: number): Promise<SourcePage[]> {
    return json(this.at(`pages/${number}`));
  }

  preview(question: string): Promise<{ before: string; after: string }[]> {
    return json(this.at(`preview/${question}`));
  }

  act(act: Act): Promise<Acted> {
    return post(this.at('act'), act);
  }

  undo(): Promise<Acted> {
    return post(this.at('undo'));
  }

  redo(): Promise<Acted> {
    return post(this.at('redo'));
  }

  job(request: JobRequest): Promise<{ job: string }> {
    return post(this.at('job'), request);
  }

  /** Address of the PDF that a text was read from. */
  sourceAddress(number: number): string {
    return `api/${this.at(`source/${number}`)}`;
  }

  /** Address of a file that was made. */
  madeAddress(name: string, keep = false): string {
    return `api/${this.at(`made/${name.split('/').map(encodeURIComponent).join('/')}`)}${keep ? '?keep' : ''}`;
  }
}

/** Hears what happens; connects again by itself. */
export function listen(hear: (event: DeskEvent) => void, connected: (is: boolean) => void): void {
  const events = new EventSource('api/events');
  events.addEventListener('message', ({ data }) => hear(JSON.parse(String(data)) as DeskEvent));
  events.addEventListener('open', () => connected(true));
  events.addEventListener('error', () => connected(false));
}
