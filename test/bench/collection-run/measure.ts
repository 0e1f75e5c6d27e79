import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a whole process cost, from its start to its end. */
export interface Cost {
  /** Milliseconds on the wall. */
  readonly wallMs: number;
  /** Milliseconds of the processor, user and system, of the process and those that it waited for. */
  readonly cpuMs: number;
  /** The most memory that it had resident, in MiB; of the process itself. */
  readonly peakMiB: number;
}

export interface Command {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

const POLL_MS = 4;
const LIMIT_MS = 300_000;

/**
 * Runs a command to its end and measures it. The shell's `time` adds up what its child used (times(2)); the peak is the kernel's own
 * high-water mark (`VmHWM`, proc_pid_status(5)), which only grows, so that the last look at it is right but for the last moment.
 */
export async function measure(command: Command): Promise<Cost> {
  const script = `TIMEFORMAT='%R %U %S'; time "$@" >/dev/null 2>/dev/null 3>&-`;
  const shell = spawn('bash', ['-c', script, 'bench', command.program, ...command.parameters], {
    cwd: command.cwd,
    env: { ...command.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: LIMIT_MS,
  });
  let peakKiB = 0;
  const look = setInterval(() => {
    peakKiB = Math.max(peakKiB, peakOfChild(shell.pid ?? 0));
  }, POLL_MS);
  const told: string[] = [];
  shell.stderr.on('data', (chunk: Buffer) => told.push(chunk.toString()));
  const exitCode = await new Promise<number | null>((resolve) => shell.on('close', resolve));
  clearInterval(look);
  const [real = Number.NaN, user = Number.NaN, system = Number.NaN] = told
    .join('')
    .trim()
    .split(' ')
    .map(Number);
  if (exitCode !== 0 || Number.isNaN(system)) {
    throw new Error(`${command.program} ${command.parameters.join(' ')} ended with ${String(exitCode)}`);
  }
  return { wallMs: real * 1000, cpuMs: (user + system) * 1000, peakMiB: peakKiB / 1024 };
}

function peakOfChild(shell: number): number {
  try {
    const task = `/proc/${String(shell)}/task/${String(shell)}/children`;
    const [child] = readFileSync(task, 'utf8').trim().split(' ');
    if (child === undefined || child === '') return 0;
    const status = readFileSync(`/proc/${child}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
  } catch {
    // It has ended since, or has not begun.
    return 0;
  }
}
