/**
 * The modules `virtual:frame`, `virtual:choices` and `virtual:find-plan`: what pages, on-demand ones included, are told of
 * the content. None is part of a bundle, so that equal code gives an equal bundle: pages that are made ahead ask the
 * records of their process; a server gets the values from publish (functions/cli/release/fill-server.ts), and needs no
 * content folder.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Plan } from '../../db/domain/find/plan.ts';
import { choicesOf } from './choices.ts';
import { openCounty, type County } from './county.ts';
import { frameOf } from './frame.ts';
import { contentDir, forgetRecords } from './records.ts';

const TOLD = fileURLToPath(new URL('./told.ts', import.meta.url));
const NAMES: Readonly<Record<string, string>> = { 'virtual:frame': 'frame', 'virtual:choices': 'choices', 'virtual:find-plan': 'findPlan' };
const resolved = (name: string): string => `\0${name}`;

/**
 * A Vite plugin; the host makes `findPlan` and says what stands in a bundled server where a value comes. In development it also drops what was read when an editor
 * saves a record.
 */
export const frameModule = (findPlan: (county: County) => Plan, placeholderOf: (name: string) => string): Plugin => {
  const present: Record<string, (county: County) => unknown> = { frame: frameOf, choices: (county) => choicesOf(county), findPlan };
  return {
    name: 'huiyin-frame',
    resolveId: (id) => (Object.hasOwn(NAMES, id) ? resolved(id) : undefined),
    load(id) {
      const name = id.startsWith('\0') ? NAMES[id.slice(1)] : undefined;
      if (!name) return undefined;
      if (this.environment.config.command !== 'build') return `export default ${JSON.stringify(present[name]?.(openCounty()))}`;
      if (this.environment.name === 'prerender') return `export { ${name} as default } from '${TOLD}'`;
      return `export default JSON.parse('${placeholderOf(name)}')`;
    },
    configureServer(server) {
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(contentDir())) return;
        forgetRecords();
        for (const { moduleGraph } of Object.values(server.environments))
          for (const name of Object.keys(NAMES)) {
            const found = moduleGraph.getModuleById(resolved(name));
            if (found) moduleGraph.invalidateModule(found);
          }
      });
    },
  };
};
