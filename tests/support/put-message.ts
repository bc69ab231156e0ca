import { newId } from '../../db/domain/ids.ts';
import { keepMessage } from '../../db/queries/messages.ts';
import type { ActContext } from '../../functions/act-context.ts';

type Given = {
  title?: string;
  text?: string;
  to?: string;
  public?: boolean;
  hideName?: boolean;
  submittedOn?: string;
  expectedBy?: string;
  trust?: 'normal' | 'low';
  sender?: { name?: string; contact?: string };
};

/** A message as its sender left it, waiting to be looked at. Returns its id. */
export async function putMessage({ db, keys }: ActContext, given: Given = {}): Promise<string> {
  const id = newId('msg');
  await keepMessage(db, {
    id,
    codeHash: id,
    message: {
      to: given.to ?? 'people:lin-xiaohe',
      kind: 'help',
      title: given.title ?? '路灯不亮',
      text: given.text ?? '文庙巷12号门口的路灯不亮。',
      public: given.public ?? true,
      hideName: given.hideName ?? true,
    },
    sealed: given.sender && (await keys.seal(given.sender, id)),
    trust: given.trust ?? 'normal',
    submittedOn: given.submittedOn ?? '2026-11-20',
    expectedBy: given.expectedBy ?? '2099-12-20',
    at: new Date().toISOString(),
    contactHash: undefined,
    cares: [],
    follow: false,
    verifiedBy: undefined,
    notice: undefined,
    challenge: undefined,
    repeat: undefined,
  });
  return id;
}
