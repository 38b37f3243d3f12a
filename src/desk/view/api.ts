/** Asks the server: paths below the address that the page was opened with, so that the token goes along. */
import type {
  Act,
  Acted,
  ArticleBlocks,
  BookDocument,
  DeskEvent,
  EarlierEdition,
  EditionDifference,
  Home,
  Inspected,
  IssueState,
  JobRequest,
  Refused,
  SlipMade,
  SourcePage,
} from '../protocol.js';

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

const inPath = (name: string): string => name.split('/').map(encodeURIComponent).join('/');

/** Makes an issue of files; their names are paths. */
export function takeIn(files: readonly File[], paths: readonly string[], facts: object): Promise<{ key: string }> {
  const form = new FormData();
  files.forEach((file, i) => form.append('files', file, paths[i]));
  form.append('facts', JSON.stringify(facts));
  return json('new', { method: 'POST', body: form });
}

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

  /** Documents of the book that was made last. */
  book(): Promise<BookDocument[]> {
    return json(this.at('book'));
  }

  inspect(name: string): Promise<Inspected> {
    return json(this.at(`inspect/${inPath(name)}`));
  }

  earlier(): Promise<EarlierEdition[]> {
    return json(this.at('earlier'));
  }

  compare(id: string): Promise<EditionDifference> {
    return post(this.at('compare'), { id });
  }

  errata(id: string): Promise<SlipMade> {
    return post(this.at('errata'), { id });
  }

  bookAddress(href: string): string {
    return `api/${this.at(`book/${inPath(href)}`)}`;
  }

  /** Address of the PDF that a text was read from. */
  sourceAddress(number: number): string {
    return `api/${this.at(`source/${number}`)}`;
  }

  /** Address of a file that was made. */
  madeAddress(name: string, keep = false): string {
    return `api/${this.at(`made/${inPath(name)}`)}${keep ? '?keep' : ''}`;
  }
}

/** Hears what happens; connects again by itself. */
export function listen(hear: (event: DeskEvent) => void, connected: (is: boolean) => void): void {
  const events = new EventSource('api/events');
  events.addEventListener('message', ({ data }) => hear(JSON.parse(String(data)) as DeskEvent));
  events.addEventListener('open', () => connected(true));
  events.addEventListener('error', () => connected(false));
}
