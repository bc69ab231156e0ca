import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { securityHeaders } from '../headers.ts';
import type { LogEntry } from '../context.ts';

const SECOND = 1000;

/**
 * Listens, and cuts clients that are slow on purpose: head and body within 10 s, no more than 30 s without a byte.
 * @throws when the port is taken
 */
export const openServer = async (
  listener: (req: IncomingMessage, res: ServerResponse) => Promise<void>,
  { host, port, log }: { host: string; port: number; log: (entry: LogEntry) => void },
): Promise<Server> => {
  const server = createServer(
    { headersTimeout: 10 * SECOND, requestTimeout: 10 * SECOND, connectionsCheckingInterval: SECOND, keepAliveTimeout: 5 * SECOND },
    (req, res) => {
      listener(req, res).catch((error: unknown) => {
        log({ level: 'error', event: 'request-failed', errorName: error instanceof Error ? error.name : typeof error });
        if (res.headersSent) res.destroy();
        else res.writeHead(500, { ...securityHeaders, 'content-length': 0 }).end();
      });
    },
  );
  server.setTimeout(30 * SECOND);
  server.listen(port, host);
  await once(server, 'listening');
  return server;
};

/** Stops taking requests, lets those under way finish for at most `graceMs`, then cuts them. */
export const closeServer = async (server: Server, graceMs = 8 * SECOND): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  // A browser keeps its connection open after an answer; nothing more is to come on it.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
};
