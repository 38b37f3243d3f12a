/** One issue on the desk: what its windows ask of it in, what they are told out. */
import path from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { OpenIssue, type Act, type Done, type Session } from '../../index.js';
import type { IssueState } from '../protocol.js';

/** ms without a change after which files are looked at: editors save in several steps. */
const quiet = 120;

export class ServedIssue {
  readonly open: OpenIssue;
  private watcher: FSWatcher | undefined;
  private revision = 1;
  private timer: NodeJS.Timeout | undefined;
  private seen = '';

  /**
   * @param target folder or file of the issue
   * @param tell is told of every change
   */
  constructor(
    readonly key: string,
    target: string,
    session: Session,
    cwd: string,
    private readonly tell: (revision: number) => void,
  ) {
    this.open = new OpenIssue(target, session, cwd);
  }

  async state(): Promise<IssueState> {
    const look = await this.open.look();
    this.watch();
    return { look, history: this.open.history, revision: this.revision };
  }

  async act(act: Act): Promise<{ done: Done } & IssueState> {
    return this.changed(await this.open.act(act));
  }

  async undo(): Promise<{ done: Done } & IssueState> {
    return this.changed(await this.open.undo());
  }

  async redo(): Promise<{ done: Done } & IssueState> {
    return this.changed(await this.open.redo());
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.watcher?.close();
  }

  private async changed(done: Done): Promise<{ done: Done } & IssueState> {
    this.revision += 1;
    const state = await this.state();
    this.seen = digestOf(state);
    this.tell(this.revision);
    return { done, ...state };
  }

  /** What others change beside the desk is seen, too. */
  private watch(): void {
    if (this.watcher) return;
    void this.open.folder().then((folder) => {
      if (this.watcher) return;
      this.watcher = watch(folder, {
        ignoreInitial: true,
        depth: 2,
        ignored: (place) => place !== folder && /^\.|~$|^node_modules$/.test(path.basename(place)),
      });
      this.watcher.on('all', (event) => this.note(event !== 'change'));
      // a folder that cannot be watched is looked at when something is done
      this.watcher.on('error', () => undefined);
    });
  }

  private note(comesOrGoes: boolean): void {
    if (comesOrGoes) this.open.forget();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      void this.open.look().then(
        (look) => {
          const digest = JSON.stringify(look);
          if (digest === this.seen) return;
          this.seen = digest;
          this.revision += 1;
          this.tell(this.revision);
        },
        // it cannot be read now: whoever asks is told why
        () => this.tell(++this.revision),
      );
    }, quiet);
  }
}

const digestOf = ({ look }: IssueState): string => JSON.stringify(look);
