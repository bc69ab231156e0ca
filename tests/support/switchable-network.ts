import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The way from a browser to a site, which can be cut or be slow, at one address that stays. */
export type Network = { url: string; cut: () => Promise<void>; mend: () => Promise<void>; slowDown: (milliseconds: number) => void };

const UNFIT = new Set(['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive']);

/** @param site origin of the site */
export const switchableNetwork = async (site: string): Promise<Network> => {
  let delay = 0;
  let server: Server;
  const open = async (port: number): Promise<number> => {
    server = createServer((request, response) => {
      const answer = async (): Promise<void> => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        const found = await fetch(site + request.url, { redirect: 'manual' });
        response.writeHead(found.status, [...found.headers].filter(([name]) => !UNFIT.has(name)).flat());
        response.end(Buffer.from(await found.arrayBuffer()));
      };
      answer().catch(() => response.destroy());
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await open(0);
  return {
    url: `http://127.0.0.1:${port}`,
    cut: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
    mend: async () => void (await open(port)),
    slowDown: (milliseconds) => {
      delay = milliseconds;
    },
  };
};
