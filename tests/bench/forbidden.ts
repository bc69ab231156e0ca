/** A county of 2,000 people with marks in every field: what the profile hides is in no byte of the release. */
import { HIDDEN, SHOWN } from '../support/marked-county.ts';
import { filesHolding } from '../support/output-bytes.ts';
import { publishMarkedCounty } from '../support/publish-marked.ts';
import { benchFolder } from './bench-folder.ts';
import type { Result } from './result.ts';

const PEOPLE = 2000;

export async function benchForbidden(): Promise<Result[]> {
  const { folder, remove } = benchFolder();
  try {
    const release = await publishMarkedCounty(folder, PEOPLE);
    const { found, files, bytes } = filesHolding(release, [HIDDEN, SHOWN]);
    const [hidden = [], shown = []] = [found.get(HIDDEN), found.get(SHOWN)];
    console.log(hidden.slice(0, 20).join('\n'));
    const size = `${PEOPLE.toLocaleString('en')} people, ${files.toLocaleString('en')} files`;
    return [
      {
        name: `forbidden fields: files that hold one, ${size}`,
        ours: hidden.length,
        unit: `of ${files}`,
        goal: { atMost: 0 },
        note: `${(bytes / 1e6).toFixed(0)} MB looked into, unpacked`,
      },
      // The same search finds what is public: profiles of direct deputies in each language, twins, cards, data.
      { name: 'forbidden fields: files in which the search finds what is shown', ours: shown.length, unit: 'files', goal: { atLeast: PEOPLE } },
    ];
  } finally {
    remove();
  }
}
