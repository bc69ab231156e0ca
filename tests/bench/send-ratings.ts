/** Sends one rating for each code of a file to the API, over 64 connections that are kept open; each must be answered 201. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { GRADES, REPORT } from './open-vote.ts';
import { printTimed } from './timed.ts';

const CONNECTIONS = 64;
const SILENCE = 10_000;
const [port = '', codesFile = '', keys = ''] = process.argv.slice(2);

// Written by hand over plain sockets: an HTTP client would need as much of the machine as the server that is measured.
const requests = (JSON.parse(readFileSync(codesFile, 'utf8')) as string[]).map((code) => {
  const body = JSON.stringify({ code, grades: GRADES });
  const key = keys === 'with-keys' ? `idempotency-key: ${randomUUID()}\r\n` : '';
  return `POST /api/reports/${REPORT}/ratings HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n${key}content-length: ${body.length}\r\n\r\n${body}`;
});

/** Milliseconds that each rating took. */
const waits: number[] = [];

const sendAll = async (all: readonly string[]): Promise<void> => {
  const left = all.values();
  await Promise.all(Array.from({ length: CONNECTIONS }, () => sendOneByOne(left)));
};

/** Takes requests from the common row, each when the one before it is answered. */
const sendOneByOne = (left: Iterator<string>): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = createConnection(Number(port), '127.0.0.1');
    let answer = '';
    let begun = 0;
    const send = (): void => {
      answer = '';
      if (begun > 0) waits.push(performance.now() - begun);
      begun = performance.now();
      const { done, value } = left.next();
      if (!done) return void socket.write(value);
      resolve();
      socket.end();
    };
    socket.setNoDelay(true).setTimeout(SILENCE, () => socket.destroy(new Error('no answer')));
    socket
      .on('connect', send)
      .on('error', reject)
      .on('close', () => reject(new Error('the server ended a connection')));
    socket.on('data', (part) => {
      answer += part.toString('latin1');
      if (!isWhole(answer)) return;
      if (answer.startsWith('HTTP/1.1 201 ')) send();
      else socket.destroy(new Error(answer));
    });
  });

const isWhole = (answer: string): boolean => {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head))?.[1];
  return length === undefined ? answer.endsWith('\r\n0\r\n\r\n') : answer.length === head + 4 + Number(length);
};

await printTimed(requests, sendAll, waits);
