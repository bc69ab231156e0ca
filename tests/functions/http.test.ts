import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../functions/app.ts';
import { startNodeHost, type ApiHost } from '../support/api-host.ts';

describe('bodies on the wire (row 36)', () => {
  let host: ApiHost;
  let port: number;
  let stop: () => void;
  beforeAll(async () => {
    host = await startNodeHost();
    const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
      const started = serve({ fetch: createApp(host.context).fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
    });
    port = (server.address() as AddressInfo).port;
    stop = () => void server.close();
  });
  afterAll(async () => {
    stop();
    await host.close();
  });

  /** Sends raw bytes and returns the first line of the answer. */
  const raw = (head: string, ...parts: string[]): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`${head}\r\n\r\n`);
        for (const part of parts) socket.write(part);
      });
      let text = '';
      const done = () => resolve(text.split('\r\n', 1)[0] ?? '');
      socket.on('data', (part) => {
        text += part.toString();
        socket.destroy();
      });
      socket.on('close', done);
      socket.on('error', done);
      setTimeout(() => socket.destroy(), 3000);
    });
  const head = (...lines: string[]) => ['POST /api/messages HTTP/1.1', 'Host: x', 'Content-Type: application/json', ...lines].join('\r\n');
  const chunk = (size: number) => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`;

  test('chunked without a length: refused after the limit', async () => {
    expect(await raw(head('Transfer-Encoding: chunked'), ...Array.from({ length: 9 }, () => chunk(16_384)))).toContain('413');
  });
  test('a length that says too much is refused before the body', async () => {
    expect(await raw(head('Content-Length: 1000000000'))).toContain('413');
  });
  test('a length that says too little is a broken request', async () => {
    expect(await raw(head('Content-Length: 4', 'Connection: close'), '{"a":1}')).toMatch(/ 4\d\d /);
  });
  test('both a length and chunks are refused', async () => {
    expect(await raw(head('Content-Length: 4', 'Transfer-Encoding: chunked'), chunk(4), '0\r\n\r\n')).toMatch(/ 400 /);
  });
});
