/** Runs a command and measures what it costs: command in, seconds, processor time and memory of all its processes out. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface MeasuredRun {
  stdout: string;
  seconds: number;
  /** Processor time of the process and all below it, s; undefined where `/proc` does not tell. */
  cpu?: number;
  /** Largest resident memory of the process itself, and of all together as far as it is theirs alone, MB. */
  own?: number;
  tree?: number;
}

/** ms between looks at the processes. */
const interval = 60;
/** Ticks a second of processor time in `/proc`, the same on all Linux machines of today. */
const ticks = 100;

/** @throws with what the command said when it fails or takes longer than `timeout` ms */
export async function measuredRun(
  command: string,
  args: readonly string[],
  options: { cwd?: string; timeout?: number } = {},
): Promise<MeasuredRun> {
  const begun = performance.now();
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => void (said.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => void (said.err += data.toString()));
  const seen = new ProcessTree(child.pid!);
  const timer = setInterval(() => seen.look(), interval);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearInterval(timer));
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${code ?? 'stopped'}\n${said.out}${said.err}`);
  return { stdout: said.out, seconds: (performance.now() - begun) / 1000, ...seen.result() };
}

/** What `/proc` says of a process and all below it, looked at again and again. */
class ProcessTree {
  private readonly cpu = new Map<number, number>();
  private own = 0;
  private tree = 0;

  constructor(private readonly root: number) {}

  look(): void {
    const parents = new Map<number, { parent: number; cpu: number }>();
    for (const name of namesOf('/proc')) {
      const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : '';
      // the name of the command may hold anything, even parentheses
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields.length < 14) continue;
      parents.set(Number(name), { parent: Number(fields[1]), cpu: Number(fields[11]) + Number(fields[12]) });
    }
    const below = (pid: number): boolean => pid === this.root || (parents.has(pid) && below(parents.get(pid)!.parent));
    let memory = 0;
    for (const [pid, { cpu }] of parents) {
      if (!below(pid)) continue;
      this.cpu.set(pid, cpu);
      memory += kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss');
    }
    this.own = Math.max(this.own, kilobytes(`/proc/${this.root}/status`, 'VmHWM'));
    this.tree = Math.max(this.tree, memory);
  }

  result(): Pick<MeasuredRun, 'cpu' | 'own' | 'tree'> {
    if (this.cpu.size === 0) return {};
    const total = [...this.cpu.values()].reduce((sum, value) => sum + value, 0);
    return { cpu: total / ticks, own: Math.round(this.own / 1024), tree: Math.round(this.tree / 1024) };
  }
}

function kilobytes(file: string, entry: string): number {
  return Number(new RegExp(`^${entry}:\\s+(\\d+) kB`, 'm').exec(read(file))?.[1] ?? 0);
}

/** Processes come and go while they are looked at. */
function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function namesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
