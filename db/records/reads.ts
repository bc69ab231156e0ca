/**
 * What a page reads while publish renders it, by name and with the value that it read: a page whose reads have the same
 * values next time need not be rendered again. Pages know nothing of this: `site/queries/county.ts` and `lent.ts` hand
 * them watched values while a page is rendered, and plain ones at any other time.
 */
import { readFileSync } from 'node:fs';
import { ValueDigests } from './value-digest.ts';

/** `roots`: how to come by the present value of what a name begins with. */
type State = { now: Set<string> | undefined; roots: Map<string, () => unknown>; digests: Map<string, string | undefined>; values: ValueDigests };

const KEY = Symbol.for('huiyin.reads');
// Astro bundles its own copy of this module; globalThis is what both copies see.
const state = ((globalThis as { [KEY]?: State })[KEY] ??= { now: undefined, roots: new Map(), digests: new Map(), values: new ValueDigests() });

/** Between the parts of a name; no id, path or key holds it. */
const SEPARATOR = '\0';

/** True while a page is rendered and its reads are collected. */
export const isCollecting = (): boolean => state.now !== undefined;

/** Renders a page and says what it read. One page at a time: whatever is read meanwhile counts. */
export async function collectReads<T>(render: () => Promise<T>): Promise<{ made: T; reads: Set<string> }> {
  const reads = new Set<string>();
  state.now = reads;
  try {
    return { made: await render(), reads };
  } finally {
    state.now = undefined;
  }
}

/** Builds what many pages share: the page that happens to be first must not be taken for its only reader. */
export function withoutReads<T>(build: () => T): T {
  const { now } = state;
  state.now = undefined;
  try {
    return build();
  } finally {
    state.now = now;
  }
}

/** Names something that pages read, and how its present value is found. */
export const nameRoot = (name: string, valueOf: () => unknown): void => void state.roots.set(name, valueOf);

/** The present value of something that was named. */
export function readRoot(name: string): unknown {
  const find = state.roots.get(name);
  if (!find) throw new Error(`nothing is named ${name}`);
  return find();
}

/** A page that reads what cannot be watched: it is rendered every time, since nothing is named so. */
export const noteUnwatched = (): void => void state.now?.add('unwatched');

/** A file that a page reads by itself. */
export function noteFile(path: string): void {
  state.now?.add(`file${SEPARATOR}${path}`);
}

/**
 * The value as a page may have it: of a map, and of a plain object, each entry that is asked for is a read of its own;
 * everything else is read whole.
 * @param levels how many plain objects inside each other are watched
 */
export function watch<T>(name: string, value: T, levels = 1): T {
  if (value instanceof Map) return new WatchedMap(name, value) as T;
  if (levels > 0 && isPlainObject(value)) return watchObject(name, value, levels) as T;
  state.now?.add(name);
  return value;
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** True for what can be watched in parts; of the rest every use has to be noted. */
export const hasParts = (value: unknown): boolean => value instanceof Map || isPlainObject(value);

function watchObject(name: string, value: Record<string, unknown>, levels: number): object {
  const parts = new Map<string, unknown>();
  const noteWhole = (): void => void state.now?.add(name);
  return new Proxy(value, {
    get(target, key) {
      const part = Reflect.get(target, key) as unknown;
      if (typeof key === 'symbol') return part;
      const found = parts.get(key);
      if (found !== undefined) return found;
      const shown = watch(`${name}${SEPARATOR}${key}`, part, levels - 1);
      if (shown !== part) parts.set(key, shown);
      return shown;
    },
    ownKeys(target) {
      noteWhole();
      return Reflect.ownKeys(target);
    },
    has(target, key) {
      noteWhole();
      return Reflect.has(target, key);
    },
  });
}

/** A map that is read in the place of another. */
class WatchedMap extends Map<unknown, unknown> {
  readonly #name: string;
  readonly #map: ReadonlyMap<unknown, unknown>;
  constructor(name: string, map: ReadonlyMap<unknown, unknown>) {
    super();
    this.#name = name;
    this.#map = map;
  }
  #note(key?: unknown): ReadonlyMap<unknown, unknown> {
    state.now?.add(typeof key === 'string' ? `${this.#name}${SEPARATOR}${key}` : this.#name);
    return this.#map;
  }
  override get(key: unknown): unknown {
    return this.#note(key).get(key);
  }
  override has(key: unknown): boolean {
    return this.#note(key).has(key);
  }
  override get size(): number {
    return this.#note().size;
  }
  override keys() {
    return this.#note().keys() as MapIterator<unknown>;
  }
  override values() {
    return this.#note().values() as MapIterator<unknown>;
  }
  override entries() {
    return this.#note().entries() as MapIterator<[unknown, unknown]>;
  }
  override [Symbol.iterator]() {
    return this.entries();
  }
  override forEach(each: (value: unknown, key: unknown, map: Map<unknown, unknown>) => void): void {
    this.#note();
    for (const [key, value] of this.#map) each(value, key, this);
  }
}

/** Before a release: what was read for the one before says nothing any more. */
export const forgetDigests = (): void => {
  state.digests.clear();
  state.values = new ValueDigests();
};

/** A digest of the present value of what was read; undefined where there is none: a function in it, a file or root that is gone. */
export function digestOfRead(name: string): string | undefined {
  if (!state.digests.has(name)) {
    state.digests.set(
      name,
      withoutReads(() => digestOf(() => valueOf(name))),
    );
  }
  return state.digests.get(name);
}

/** Equal digests mean equal content; undefined for what cannot be compared. */
export function digestOf(valueOf: () => unknown): string | undefined {
  try {
    return state.values.of(valueOf());
  } catch {
    return undefined;
  }
}

function valueOf(name: string): unknown {
  const [root = '', ...keys] = name.split(SEPARATOR);
  if (root === 'file') return readFileSync(keys[0] ?? '');
  let value = readRoot(root);
  for (const key of keys) value = value instanceof Map ? value.get(key) : (value as Record<string, unknown>)[key];
  return value;
}
