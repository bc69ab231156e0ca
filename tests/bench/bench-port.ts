import { once } from 'node:events';
import { createServer } from 'node:net';

const [FIRST, LAST] = [4600, 4629];

/** A free port below those that the kernel lends to connections, so that no client of a bench takes it in between. */
export const benchPort = async (): Promise<number> => {
  for (let port = FIRST; port <= LAST; port += 1) {
    const server = createServer().listen(port, '127.0.0.1');
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!free) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
  throw new Error(`ports ${FIRST} to ${LAST} are all taken`);
};
