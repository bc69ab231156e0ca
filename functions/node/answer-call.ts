import { z } from 'zod';
import type { Call } from '../../db/socket.ts';
import { forActs, type ActContext } from '../act-context.ts';
import { addSample } from '../acts/add-sample.ts';
import { issueCodes, codesToIssue } from '../acts/issue-codes.ts';
import { loadProposalIndex, newProposalIndex } from '../acts/load-proposal-index.ts';
import { openRating, windowsToOpen } from '../acts/open-rating.ts';
import { takeSnapshot } from '../acts/take-snapshot.ts';
import { today, type AppContext } from '../context.ts';

const snapshotAsked = z.object({ asOf: z.iso.date().optional(), minimum: z.number().int().min(1).default(10) });

/** Acts that a command on the same machine may ask of whoever holds the data folder, by name. */
const CALLS: Record<string, (context: ActContext, input: unknown) => Promise<unknown>> = {
  takeSnapshot: (context, input) => {
    const { asOf = today(context), minimum } = snapshotAsked.parse(input);
    return takeSnapshot(context, { asOf, minimum });
  },
  loadProposals: (context, input) => loadProposalIndex(context, newProposalIndex.parse(input)),
  issueCodes: (context, input) => issueCodes(context, codesToIssue.parse(input)),
  openRating: (context, input) => openRating(context, windowsToOpen.parse(input)),
  addSample: (context) => addSample(context),
};

/** Does one call. @throws when no such act exists, or as the act throws */
export const answerCall = async (context: AppContext, { name, input }: Call): Promise<unknown> => {
  const act = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
  if (!act) throw new Error(`unknown call: ${name}`);
  return act(forActs(context), input);
};
