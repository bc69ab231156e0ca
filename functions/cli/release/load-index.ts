import type { ProposalRow } from '../../../db/domain/proposal-list.ts';
import type { Settings } from '../../settings.ts';
import { releaseWords as words } from '../../words/release.ts';
import { askRows } from '../ask-rows.ts';

/**
 * Loads the list of proposals of a release, and drops those of releases that are gone.
 * @param keep ids of the releases whose lists stay
 * @returns a sentence when the database did not answer; the prerendered lists do not need it
 */
export const loadIndex = async (settings: Settings, releaseId: string, rows: ProposalRow[], keep: string[]): Promise<string | undefined> => {
  try {
    await askRows(settings, 'loadProposals', { releaseId, rows, keep });
    return undefined;
  } catch (error) {
    return words.indexNotLoaded(String(error));
  }
};
