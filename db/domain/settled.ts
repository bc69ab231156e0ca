/** Promises as later records settle them (承诺的了结): a later reply or an upgrade that names one reports it kept. Nothing is guessed: who does not name it leaves it owed. */
import type { Promised } from './promise.ts';
import { known, splitRef } from './record-fields.ts';
import type { Reply } from './reply.ts';

/** The replies of one proposal, in the same order. A promise that was kept or broken by an event of its own stays as it is. */
export const withSettledPromises = (replies: readonly Reply[]): Reply[] =>
  replies.map((reply) =>
    reply.promises.every(hasEnded) ? reply : { ...reply, promises: reply.promises.map((promise) => settled(promise, reply, replies)) },
  );

const hasEnded = ({ events }: Promised): boolean => events.some(({ kind }) => kind !== 'changed');

function settled(promise: Promised, reply: Reply, replies: readonly Reply[]): Promised {
  if (hasEnded(promise)) return promise;
  const naming = replies.find(({ fulfils }) => fulfils.some((ref) => splitRef(ref).id === reply.id && splitRef(ref).inner === promise.id));
  const upgrade = reply.upgrades.find(({ fulfils }) => fulfils.includes(promise.id));
  const on = naming ? known(naming.repliedOn) : upgrade?.on;
  const evidence = naming ? (naming.docNo ?? naming.id) : upgrade?.reason;
  return on && evidence ? { ...promise, events: [...promise.events, { kind: 'kept', on, evidence }] } : promise;
}
