/** The module `virtual:frame`, for astro.config: the layout imports it, and no page drags the record reader into a server. */
import type { Plugin } from 'vite';
import { openCounty } from './county.ts';
import { frameOf } from './frame.ts';
import { contentDir, forgetRecords } from './records.ts';

const NAME = 'virtual:frame';
const RESOLVED = `\0${NAME}`;

/** A Vite plugin. In development it also drops what was read when an editor saves a record. */
export const frameModule = (): Plugin => ({
  name: 'huiyin-frame',
  resolveId: (id) => (id === NAME ? RESOLVED : undefined),
  load: (id) => (id === RESOLVED ? `export default ${JSON.stringify(frameOf(openCounty()))}` : undefined),
  configureServer(server) {
    server.watcher.on('all', (_event, path) => {
      if (!path.startsWith(contentDir())) return;
      forgetRecords();
      for (const { moduleGraph } of Object.values(server.environments)) {
        const found = moduleGraph.getModuleById(RESOLVED);
        if (found) moduleGraph.invalidateModule(found);
      }
    });
  },
});
