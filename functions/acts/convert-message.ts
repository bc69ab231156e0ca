import { linkProposal } from '../../db/queries/with-move.ts';
import type { ActContext } from '../act-context.ts';
import { moveMessage, type By } from './move-message.ts';

/**
 * A message becomes a proposal, or part of one: only the link is kept, no text is copied.
 * @param asked.proposalId id of the proposal's record, which need not be published yet
 * @throws as moveMessage
 */
export const convertMessage = (
  context: ActContext,
  asked: { id: string; by: By; proposalId: string; seen?: number | undefined; note?: string | undefined },
) => moveMessage(context, { ...asked, verb: 'convert' }, ({ id }) => ({ also: linkProposal(id, asked.proposalId) }));
