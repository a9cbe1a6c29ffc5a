import { spawnSync } from 'node:child_process';
import { program } from './program.ts';

/** What happens at the terminal: once `after` has been printed, keys are typed or a signal is sent. */
export interface Step {
  readonly after: string;
  readonly type?: string;
  readonly signal?: 'SIGINT' | 'SIGTERM' | 'SIGHUP';
}

/** What the terminal showed, colours and all, and how the program ended; `code` is null after a signal. */
export interface TerminalRun {
  readonly code: number | null;
  readonly shown: string;
}

// A real terminal needs a call that Node does not have. The settings come as JSON on stdin.
const driver = `
import fcntl, json, os, pty, select, signal, struct, subprocess, sys, termios, time
spec = json.load(sys.stdin)
ours, theirs = pty.openpty()
fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack('HHHH', spec['rows'], spec['columns'], 0, 0))
def own():
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
child = subprocess.Popen(spec['argv'], cwd=spec['cwd'], env=spec['env'], stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=own)
os.close(theirs)
shown, seen, steps, end = b'', 0, spec['steps'], time.time() + spec['seconds']
while time.time() < end:
    ready, _, _ = select.select([ours], [], [], 0.05)
    if ready:
        try:
            data = os.read(ours, 65536)
        except OSError:
            break
        if not data:
            break
        shown += data
    elif child.poll() is not None:
        break
    while steps and steps[0]['after'].encode() in shown[seen:]:
        step = steps.pop(0)
        seen = len(shown)
        if 'type' in step:
            time.sleep(0.05)
            os.write(ours, step['type'].encode())
        if 'signal' in step:
            child.send_signal(getattr(signal, step['signal']))
try:
    code = child.wait(timeout=max(0.1, end - time.time()))
except subprocess.TimeoutExpired:
    child.kill()
    code = 'still running'
json.dump({'code': code if code == 'still running' or code >= 0 else None, 'shown': shown.decode('utf8', 'replace'), 'left': len(steps)}, sys.stdout)
`;

/** Why there is no terminal to run in here; `undefined` where there is one. */
export const whyNoTerminal: string | undefined =
  spawnSync('python3', ['-c', 'import pty, fcntl, termios'], { encoding: 'utf8' }).status === 0
    ? undefined
    : 'python3 with its pty module is not here, so nothing was run in a real terminal';

interface TerminalSettings {
  readonly columns?: number;
  readonly rows?: number;
  /** After which it is given up. */
  readonly seconds?: number;
  readonly steps?: readonly Step[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built program in a terminal of some columns, and lets a person do something there. */
export function runInTerminal(
  cwd: string,
  args: readonly string[],
  { env = {}, ...settings }: TerminalSettings = {},
): TerminalRun {
  const own = {
    PATH: process.env.PATH ?? '',
    PARTNER_TODAY: '2026-03-01',
    TERM: 'xterm-256color',
    PAGER: 'cat',
    ...env,
  };
  return runAnyInTerminal(cwd, [process.execPath, program, ...args], { ...settings, env: own });
}

/** Runs whatever is given in a terminal, with just that environment. */
export function runAnyInTerminal(
  cwd: string,
  argv: readonly string[],
  { columns = 80, rows = 24, seconds = 30, steps = [], env = {} }: TerminalSettings,
): TerminalRun {
  const { stdout, stderr } = spawnSync('python3', ['-c', driver], {
    input: JSON.stringify({ argv, cwd, columns, rows, seconds, steps, env }),
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  const { code, shown, left } = JSON.parse(stdout);
  if (left > 0 || code === 'still running') throw new Error(`${left} steps left, code ${code}: ${shown}`);
  return { code, shown };
}
