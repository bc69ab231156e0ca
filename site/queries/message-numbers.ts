/** What a profile says about messages: how many, and how soon they were answered; under the minimum only that. */
import type { MessageNumbers as AllNumbers } from '../../db/domain/message-numbers.ts';
import { lentSnapshot } from '../../db/records/lent.ts';
import type { County } from './county.ts';

export type MessageNumbers = { asOf: string; minimum: number; shown?: { received: number; answered: number; medianDays: number | undefined } };

/** The numbers of a person as of this release; undefined where the database has never answered. */
export function messageNumbers({ site }: Pick<County, 'site'>, person: string): MessageNumbers | undefined {
  const snapshot = lentSnapshot();
  if (!snapshot) return undefined;
  const minimum = site.minimumForPercentages;
  const facts = snapshot.messages.perDeputy[person];
  const { asOf } = snapshot;
  // Nobody and nine look alike: fewer than the minimum would tell about single senders.
  if (!facts || facts.received < minimum) return { asOf, minimum };
  const medianDays = facts.answered < minimum ? undefined : (facts.medianDays ?? undefined);
  return { asOf, minimum, shown: { received: facts.received, answered: facts.answered, medianDays } };
}

/** The messages that a proposal began with, as of this release; undefined where there are none. */
export const begunWith = (proposal: string): { messages: number; shown: { id: string; on: string }[] } | undefined =>
  lentSnapshot()?.proposals[proposal];

/** The numbers of all messages as of this release; undefined where the database has never answered. */
export function allMessageNumbers(): { asOf: string; numbers: AllNumbers } | undefined {
  const snapshot = lentSnapshot();
  return snapshot?.messageNumbers && { asOf: snapshot.asOf, numbers: snapshot.messageNumbers };
}
