/**
 * A digest of what a value says, for values of records and what is derived from them: equal digests mean equal content.
 * v8's serializer will not do: it writes a text in one of two ways, depending on where the text was cut out of.
 */
import { hash } from 'node:crypto';

/** Texts of objects that are shorter than their digest would be stand for themselves. */
const SHORT = 60;
const short = (text: string): string => (text.length <= SHORT ? text : hash('sha256', text, 'base64url').slice(0, 24));

/** Reads each object once; it must not change meanwhile. */
export class ValueDigests {
  readonly #known = new Map<object, string>();
  readonly #open = new Set<object>();

  /** @throws for what cannot be compared: functions, instances of classes, values that hold themselves */
  of(value: unknown): string {
    switch (typeof value) {
      case 'string':
        return short(`"${value.length}:${value}`);
      case 'number':
      case 'boolean':
      case 'undefined':
      case 'bigint':
        return `${typeof value}:${String(value)}`;
      case 'object':
        return value === null ? 'null' : this.#ofObject(value);
      default:
        throw new Error(`a ${typeof value} cannot be compared`);
    }
  }

  #ofObject(value: object): string {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    if (this.#open.has(value)) throw new Error('a value that holds itself cannot be compared');
    this.#open.add(value);
    try {
      const made = short(this.#textOf(value));
      this.#known.set(value, made);
      return made;
    } finally {
      this.#open.delete(value);
    }
  }

  #textOf(value: object): string {
    if (value instanceof Uint8Array) return `bytes:${hash('sha256', value)}`;
    if (value instanceof Date) return `date:${value.getTime()}`;
    if (Array.isArray(value)) return `[${value.map((item) => this.of(item)).join(',')}]`;
    if (value instanceof Map) return `map{${Array.from(value, ([key, item]) => `${this.of(key)}=${this.of(item)}`).join(',')}}`;
    if (value instanceof Set) return `set{${Array.from(value, (item) => this.of(item)).join(',')}}`;
    const kind: unknown = Object.getPrototypeOf(value);
    if (kind !== Object.prototype && kind !== null) throw new Error('an instance of a class cannot be compared');
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}:${this.of(item)}`)
      .join(',')}}`;
  }
}
