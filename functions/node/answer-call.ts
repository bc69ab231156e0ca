import { z } from 'zod';
import { DomainError } from '../../db/domain/problem.ts';
import { newRole, newStaff, staffNamed } from '../../db/domain/staff.ts';
import { listStaff } from '../../db/queries/staff.ts';
import { CallRefused, type Call } from '../../db/socket.ts';
import { forActs, type ActContext } from '../act-context.ts';
import { checkAudit } from '../acts/check-audit.ts';
import { addSample } from '../acts/add-sample.ts';
import { copyAsked, copyDatabase, noteBackup } from '../acts/copy-database.ts';
import { issueCodes, codesToIssue } from '../acts/issue-codes.ts';
import { dayCodeAsked, issueDayCode } from '../acts/issue-day-code.ts';
import { issueReplyKeys, replyKeysToIssue } from '../acts/issue-reply-keys.ts';
import { loadProposalIndex, newProposalIndex } from '../acts/load-proposal-index.ts';
import { closeRating, voidRating, windowToEnd } from '../acts/end-rating.ts';
import { countCodes, countsOfSet, reissueCodes, setToReissue, setToVoid, voidCodes } from '../acts/manage-codes.ts';
import { openRating, windowsToOpen } from '../acts/open-rating.ts';
import { addStaff, changeRole, disableStaff, resetStaff } from '../acts/staff/change-staff.ts';
import { draftsPulled, listDrafts, markPulled } from '../acts/pull-drafts.ts';
import { replyKeyToRevoke, revokeReplyKey } from '../acts/revoke-reply-key.ts';
import { ratingStatus } from '../acts/rating-status.ts';
import { takeSnapshot } from '../acts/take-snapshot.ts';
import { today, type AppContext } from '../context.ts';
import { linkAudit } from '../jobs/link-audit.ts';
import { FIELDS, fill, PROBLEMS } from '../words/problems.ts';

const snapshotAsked = z.object({ asOf: z.iso.date().optional(), minimum: z.number().int().min(1).default(10) });

/** How the audit names somebody at the machine itself. */
const COMMAND = 'command';

/** Acts that a command on the same machine may ask of whoever holds the data folder, by name. */
const CALLS: Record<string, (context: ActContext, input: unknown) => Promise<unknown>> = {
  takeSnapshot: async (context, input) => {
    const { asOf = today(context), minimum } = snapshotAsked.parse(input);
    return { ...(await takeSnapshot(context, { asOf, minimum })), auditHead: await linkAudit(context) };
  },
  loadProposals: async (context, input) => loadProposalIndex(context, newProposalIndex.parse(input)),
  issueCodes: async (context, input) => issueCodes(context, codesToIssue.parse(input)),
  reissueCodes: async (context, input) => reissueCodes(context, setToReissue.parse(input)),
  countCodes: async (context, input) => countCodes(context, countsOfSet.parse(input)),
  voidCodes: async (context, input) => voidCodes(context, setToVoid.parse(input)),
  openRating: async (context, input) => openRating(context, windowsToOpen.parse(input)),
  issueReplyKeys: async (context, input) => issueReplyKeys(context, replyKeysToIssue.parse(input)),
  issueDayCode: async (context, input) => issueDayCode(context, dayCodeAsked.parse(input)),
  listDrafts: (context) => listDrafts(context),
  markPulled: async (context, input) => markPulled(context, draftsPulled.parse(input)),
  revokeReplyKey: async (context, input) => revokeReplyKey(context, replyKeyToRevoke.parse(input)),
  closeRating: async (context, input) => closeRating(context, windowToEnd.parse(input)),
  voidRating: async (context, input) => voidRating(context, windowToEnd.parse(input)),
  ratingStatus: (context) => ratingStatus(context),
  addSample: (context) => addSample(context),
  copyDatabase: async (context, input) => copyDatabase(context, copyAsked.parse(input)),
  noteBackup: (context) => noteBackup(context),
  checkAudit: (context) => checkAudit(context),
  listStaff: ({ db }) => listStaff(db),
  addStaff: async (context, input) => addStaff(context, { ...newStaff.parse(input), actor: COMMAND }),
  resetStaff: async (context, input) => resetStaff(context, { ...staffNamed.parse(input), actor: COMMAND }),
  changeRole: async (context, input) => changeRole(context, { ...newRole.parse(input), actor: COMMAND }),
  disableStaff: async (context, input) => disableStaff(context, { ...staffNamed.parse(input), disabled: true, actor: COMMAND }),
  enableStaff: async (context, input) => disableStaff(context, { ...staffNamed.parse(input), disabled: false, actor: COMMAND }),
};

/** Does one call. @throws CallRefused with a sentence where the act says no, else as the act throws */
export const answerCall = async (context: AppContext, { name, input }: Call): Promise<unknown> => {
  const act = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
  if (!act) throw new Error(`unknown call: ${name}`);
  return act(forActs(context), input).catch((error: unknown) => {
    throw refusalOf(error);
  });
};

function refusalOf(error: unknown): unknown {
  if (error instanceof z.ZodError)
    return new CallRefused(error.issues.map(({ path, message }) => `${path.join('.')}：${FIELDS[message] ?? message}`).join('\n'));
  if (!(error instanceof DomainError)) return error;
  const { title = '', detail = '' } = PROBLEMS[error.code] ?? {};
  const about = Object.values(error.params).join(', ');
  return new CallRefused(`${title}${about && `（${about}）`}。${fill(detail, error.params)}`);
}
