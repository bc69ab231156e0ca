import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type Program = { child: ChildProcess; output: () => string; ended: Promise<{ code: number | null; signal: string | null; output: string }> };

/** Starts a file of the project with this Node, as an npm script would, with `env` on top of a clean environment. */
export const startProgram = (args: string[], env: Record<string, string>): Program => {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (output += part.toString()));
  const ended = once(child, 'close').then(([code, signal]) => ({ code: code as number | null, signal: signal as string | null, output }));
  return { child, output: () => output, ended };
};

/** Waits until the program has printed `text`. @throws with its output when it ends or 60 s pass without */
export const untilPrinted = async (program: Program, text: string | RegExp, milliseconds = 60_000): Promise<void> => {
  const end = Date.now() + milliseconds;
  let running = true;
  void program.ended.then(() => (running = false));
  while (!(typeof text === 'string' ? program.output().includes(text) : text.test(program.output()))) {
    if (!running || Date.now() > end) throw new Error(`“${text}” was not printed:\n${program.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
