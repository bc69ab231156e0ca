/** Which of the four tones of a label a state takes; the word beside it says the same. */
import type { MandateStatus } from '../../db/domain/mandate-status.ts';
import type { Outcome } from '../../db/domain/deadline-fact.ts';
import type { PromiseStanding } from '../../db/domain/promise.ts';
import type { ProposalFlag, ProposalState } from '../../db/domain/proposal-state.ts';
import type { ResultClass } from '../../db/domain/result-class.ts';

export type Tone = 'answered' | 'late' | 'open' | 'quiet';

export const toneOfProposal = (state: ProposalState): Tone =>
  state === 'replied' || state === 'closed' ? 'answered' : ['notAccepted', 'withdrawn', 'merged', 'passedUp'].includes(state) ? 'quiet' : 'open';

export const toneOfFlag = (flag: ProposalFlag): Tone => (flag === 'overdue' ? 'late' : 'open');

export const toneOfMandate = (status: MandateStatus): Tone =>
  status === 'inOffice' ? 'answered' : status === 'elected' || status === 'suspended' ? 'open' : 'quiet';

export const toneOfResult = (result: ResultClass): Tone => (result === 'solved' ? 'answered' : 'open');

export const toneOfStanding = (standing: PromiseStanding): Tone =>
  standing === 'kept' || standing === 'keptLate' ? 'answered' : standing === 'owed' || standing === 'broken' ? 'late' : 'open';

export const toneOfOutcome = (outcome: Outcome): Tone =>
  outcome === 'met' ? 'answered' : outcome === 'late' || outcome === 'overdue' ? 'late' : outcome === 'running' ? 'open' : 'quiet';
