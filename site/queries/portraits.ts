/** Portraits: where a page finds one, and how it is made from the file that an editor put into content/photos. */
import type { County } from './county.ts';

/** The address of the resized portrait of a photo file. */
export const portraitPath = (file: string): string => `/photos/${file.slice(0, file.lastIndexOf('.'))}.jpg`;

/** Photo files that persons name. */
export const portraitFiles = ({ records }: County): string[] => [...new Set([...records.people.values()].flatMap(({ photo }) => photo?.file ?? []))];
