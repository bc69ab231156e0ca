/** The door of a running server for commands on the same machine: a Unix socket that only its owner can open. */
import { chmodSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

export type Call = { name: string; input: unknown };
type Answer = { value: unknown } | { fault: string };

const socketPath = (dataDir: string): string => {
  const path = join(dataDir, 'huiyin.sock');
  if (Buffer.byteLength(path) > 100) throw new Error(`DATA_DIR 的路径太长，放不下套接字：${path}。请换一个短一些的目录。`);
  return path;
};

/** An act that said no, with the sentence for the person at the keyboard. */
export class CallRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'CallRefused';
  }
}

/** Serves calls, one a connection, until closed. The caller must hold the lock, so that an old socket may be removed. */
export async function serveCalls(dataDir: string, answer: (call: Call) => Promise<unknown>): Promise<Server> {
  const path = socketPath(dataDir);
  rmSync(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => void serve(socket, answer));
  const before = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  } finally {
    process.umask(before);
  }
  chmodSync(path, 0o600);
  return server;
}

async function serve(socket: Socket, answer: (call: Call) => Promise<unknown>): Promise<void> {
  socket.on('error', () => socket.destroy());
  try {
    const call = JSON.parse(await textOf(socket)) as Call;
    socket.end(JSON.stringify({ value: (await answer(call)) ?? null } satisfies Answer));
  } catch (error) {
    socket.end(JSON.stringify({ fault: error instanceof Error ? error.message : String(error) } satisfies Answer));
  }
}

/** Sends a call to the server that holds the data folder, and returns what its act returned. @throws CallRefused */
export async function sendCall(dataDir: string, call: Call): Promise<unknown> {
  const socket = createConnection({ path: socketPath(dataDir), allowHalfOpen: true });
  socket.end(JSON.stringify(call));
  const answer = JSON.parse(await textOf(socket)) as Answer;
  if ('fault' in answer) throw new CallRefused(answer.fault);
  return answer.value;
}

async function textOf(socket: Socket): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
