/** The project's own source files, for tests about the house itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Paths below the given folders, relative to the project, that end in one of `endings`. */
export function sourceFiles(folders: readonly string[], endings: readonly string[] = ['.ts', '.astro', '.mjs']): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .toSorted((a, b) => a.localeCompare(b)),
  );
}

/** The text of one file of the project. */
export const sourceText = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The texts of all files below the folders. */
export const sourceTexts = (...folders: string[]): string[] => sourceFiles(folders).map(sourceText);
