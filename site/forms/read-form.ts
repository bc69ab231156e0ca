/** What a visitor typed into a form, kept as typed so that nothing is lost when it comes back with a fault. */
export type Typed = { get(name: string): string; getAll(name: string): string[]; has(name: string): boolean };

const EMPTY: Typed = { get: () => '', getAll: () => [], has: () => false };

/** The fields of a posted form, empty where the page was only opened. Of a field that came twice `get` takes the first. */
export async function readForm(request: Request): Promise<Typed> {
  if (request.method !== 'POST') return EMPTY;
  const form = await request.formData().catch(() => undefined);
  if (!form) return EMPTY;
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const all = (name: string): string[] => form.getAll(name).filter((value) => typeof value === 'string');
  return { get: text, getAll: all, has: (name) => form.has(name) };
}

/** A key that makes sending the same form twice harmless: 128 random bits. */
export const newRepeatKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The fields with a text; an empty field means that nothing was said. */
export const filled = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
