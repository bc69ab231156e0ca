/** Who may do what at the desk (工作台权限): one table of acts by role, one of routes by act. What is in neither is refused. */
import type { Role } from './staff.ts';

const EVERYBODY: readonly Role[] = ['clerk', 'moderator', 'auditor', 'admin'];

/** Acts by the roles that may do them. An auditor reads and never changes; staff accounts are an admin's alone. */
export const DESK_ACTS = {
  'see-ratings': ['clerk', 'moderator', 'auditor', 'admin'],
  'run-ratings': ['clerk', 'moderator', 'admin'],
  'decide-ratings': ['moderator', 'admin'],
  'read-messages': ['clerk', 'moderator', 'auditor', 'admin'],
  'work-messages': ['clerk', 'moderator', 'admin'],
  'read-senders': ['clerk', 'moderator', 'admin'],
  'publish-messages': ['moderator', 'admin'],
  'edit-templates': ['moderator', 'admin'],
  'export-messages': ['moderator', 'auditor', 'admin'],
  'export-contacts': ['moderator', 'admin'],
  'read-audit': ['auditor', 'admin'],
  'manage-staff': ['admin'],
} as const satisfies Record<string, readonly Role[]>;
export type DeskAct = keyof typeof DESK_ACTS;

/**
 * What a route asks for: `open` nothing, `entering` a session that may still lack password or authenticator, `staff` a
 * whole one of any role, or an act. Routes as the router knows them; a route that is not here answers nobody.
 */
export const DESK_ROUTES: Readonly<Record<string, 'open' | 'entering' | 'staff' | DeskAct>> = {
  'POST /api/desk/session': 'open',
  'POST /api/desk/session/code': 'open',
  'POST /api/desk/session/passkey/question': 'open',
  'POST /api/desk/session/passkey': 'open',
  'POST /api/desk/session/end': 'open',
  'GET /api/desk/me': 'entering',
  'POST /api/desk/me/password': 'entering',
  'POST /api/desk/me/authenticator': 'entering',
  'POST /api/desk/me/authenticator/confirm': 'entering',
  'POST /api/desk/me/recovery-codes': 'staff',
  'GET /api/desk/me/passkeys': 'staff',
  'POST /api/desk/me/passkeys/question': 'staff',
  'POST /api/desk/me/passkeys': 'staff',
  'POST /api/desk/me/passkeys/drop': 'staff',
  'GET /api/desk/ratings': 'see-ratings',
  'POST /api/desk/ratings/windows': 'run-ratings',
  'POST /api/desk/ratings/close': 'decide-ratings',
  'POST /api/desk/ratings/void': 'decide-ratings',
  'POST /api/desk/ratings/codes': 'run-ratings',
  'POST /api/desk/ratings/codes/count': 'run-ratings',
  'POST /api/desk/ratings/codes/void': 'decide-ratings',
  'POST /api/desk/ratings/codes/reissue': 'decide-ratings',
  'POST /api/desk/ratings/hall': 'run-ratings',
  'POST /api/desk/ratings/hall/confirm': 'run-ratings',
  'POST /api/desk/ratings/comments': 'decide-ratings',
  'GET /api/desk/queues': 'read-messages',
  'GET /api/desk/recipients': 'work-messages',
  'GET /api/desk/messages': 'read-messages',
  'GET /api/desk/messages/:id': 'read-messages',
  'POST /api/desk/messages/bulk': 'work-messages',
  'POST /api/desk/messages/:id/claim': 'work-messages',
  'POST /api/desk/messages/:id/release': 'work-messages',
  'POST /api/desk/messages/:id/move': 'work-messages',
  'POST /api/desk/messages/:id/sender': 'read-senders',
  'POST /api/desk/messages/:id/publish': 'publish-messages',
  'POST /api/desk/messages/:id/keep-private': 'publish-messages',
  'POST /api/desk/messages/:id/hide': 'publish-messages',
  'POST /api/desk/messages/:id/confirm-hiding': 'publish-messages',
  'POST /api/desk/messages/:id/restore': 'publish-messages',
  'GET /api/desk/photos/:id': 'read-messages',
  'POST /api/desk/photos/:id': 'publish-messages',
  'GET /api/desk/submissions': 'work-messages',
  'POST /api/desk/submissions/confirm': 'work-messages',
  'POST /api/desk/submissions/return': 'work-messages',
  'GET /api/desk/deputies': 'work-messages',
  'POST /api/desk/deputies/sheets': 'work-messages',
  'POST /api/desk/deputies/code': 'work-messages',
  'POST /api/desk/deputies/revoke': 'work-messages',
  'GET /api/desk/deputies/:id/inbox': 'work-messages',
  'GET /api/desk/deputies/:id/letters/:letter': 'work-messages',
  'POST /api/desk/deputies/:id/submissions': 'work-messages',
  'GET /api/desk/notices': 'read-senders',
  'POST /api/desk/notices/sent': 'read-senders',
  'GET /api/desk/templates': 'read-messages',
  'POST /api/desk/templates': 'edit-templates',
  'POST /api/desk/templates/drop': 'edit-templates',
  'GET /api/desk/matters': 'read-messages',
  'POST /api/desk/matters': 'work-messages',
  'POST /api/desk/matters/:id/outcome': 'work-messages',
  'GET /api/desk/error-reports': 'work-messages',
  'POST /api/desk/error-reports/:id/outcome': 'work-messages',
  'GET /api/desk/exports/messages.csv': 'export-messages',
  'GET /api/desk/exports/messages.xlsx': 'export-messages',
  'GET /api/desk/exports/contacts': 'export-contacts',
  'POST /api/desk/exports/contacts': 'export-contacts',
  'POST /api/desk/exports/contacts/:id/agree': 'export-contacts',
  'POST /api/desk/exports/contacts/:id/take': 'export-contacts',
  'GET /api/desk/audit': 'read-audit',
  'GET /api/desk/audit/check': 'read-audit',
  'GET /api/desk/staff': 'manage-staff',
  'POST /api/desk/staff': 'manage-staff',
  'POST /api/desk/staff/role': 'manage-staff',
  'POST /api/desk/staff/disable': 'manage-staff',
  'POST /api/desk/staff/enable': 'manage-staff',
  'POST /api/desk/staff/reset': 'manage-staff',
};

/** True where somebody with the role may do what a route asks for. */
export const mayUse = (role: Role, rule: 'staff' | DeskAct): boolean =>
  (rule === 'staff' ? EVERYBODY : (DESK_ACTS[rule] as readonly Role[])).includes(role);

/** The acts of a role, for the navigation. */
export const actsOf = (role: Role): DeskAct[] => (Object.keys(DESK_ACTS) as DeskAct[]).filter((act) => mayUse(role, act));
