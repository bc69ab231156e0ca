/** What a visitor typed into a form, kept as typed so that nothing is lost when it comes back with a fault. */
/** `entries` are all fields in their order, to be carried on. */
export type Typed = { get(name: string): string; getAll(name: string): string[]; has(name: string): boolean; entries(): [string, string][] };

/** The fields of a message's form; boxes that are not ticked are not there. */
export const MESSAGE_FIELDS = [
  'to',
  'kind',
  'title',
  'text',
  'name',
  'contact',
  'follow',
  'public',
  'hideName',
  'ageConfirmed',
  'challenge',
] as const;

const EMPTY: Typed = { get: () => '', getAll: () => [], has: () => false, entries: () => [] };

/** The fields of a posted form, empty where the page was only opened. Of a field that came twice `get` takes the first. */
export async function readForm(request: Request): Promise<Typed> {
  if (request.method !== 'POST') return EMPTY;
  const form = await request.formData().catch(() => undefined);
  if (!form) return EMPTY;
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const all = (name: string): string[] => texts.filter(([key]) => key === name).map(([, value]) => value);
  return { get: text, getAll: all, has: (name) => form.has(name), entries: () => texts };
}

/** A key that makes sending the same form twice harmless: 128 random bits. */
export const newRepeatKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The fields with a text; an empty field means that nothing was said. */
export const filled = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
