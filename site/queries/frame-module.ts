/** The modules `virtual:frame` and `virtual:choices`, for astro.config: pages import them, and none drags the record reader into a server. */
import type { Plugin } from 'vite';
import { choicesOf } from './choices.ts';
import { openCounty, type County } from './county.ts';
import { frameOf } from './frame.ts';
import { contentDir, forgetRecords } from './records.ts';

type Modules = Readonly<Record<string, (county: County) => unknown>>;
const OWN: Modules = { 'virtual:frame': frameOf, 'virtual:choices': (county) => choicesOf(county) };
const resolved = (name: string): string => `\0${name}`;

/** A Vite plugin; `more` are modules that the host makes. In development it also drops what was read when an editor saves a record. */
export const frameModule = (more: Modules = {}): Plugin => {
  const modules: Modules = { ...OWN, ...more };
  return {
    name: 'huiyin-frame',
    resolveId: (id) => (Object.hasOwn(modules, id) ? resolved(id) : undefined),
    load(id) {
      const make = id.startsWith('\0') ? modules[id.slice(1)] : undefined;
      return make && `export default ${JSON.stringify(make(openCounty()))}`;
    },
    configureServer(server) {
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(contentDir())) return;
        forgetRecords();
        for (const { moduleGraph } of Object.values(server.environments))
          for (const name of Object.keys(modules)) {
            const found = moduleGraph.getModuleById(resolved(name));
            if (found) moduleGraph.invalidateModule(found);
          }
      });
    },
  };
};
