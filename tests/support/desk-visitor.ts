/** Somebody at the desk's API: keeps cookies as a browser does, and may have been there for a while. */
import { createHmac, randomBytes } from 'node:crypto';
import { hashPassword, symmetricEncrypt } from 'better-auth/crypto';
import { newId } from '../../db/domain/ids.ts';
import type { Role } from '../../db/domain/staff.ts';
import { rememberDevice } from '../../functions/acts/staff/known-device.ts';
import { SITE, type ApiHost } from './api-host.ts';
import { OWN_PASSWORD } from './enter-desk.ts';
import { base32, totp } from './totp.ts';

export type DeskVisitor = {
  cookies: Map<string, string>;
  /** Attributes of each cookie as last set. */
  attributes: Map<string, string>;
  get: (path: string) => Promise<Response>;
  post: (path: string, body?: object, headers?: Record<string, string>) => Promise<Response>;
};

/** Nobody yet. */
export function deskVisitor(host: ApiHost): DeskVisitor {
  const cookies = new Map<string, string>();
  const attributes = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await host.send(`/api/desk${path}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      attributes.set(name, rest.join(';').trim());
      if (value === '' || /max-age=0\b/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    attributes,
    get: (path) => send(path, {}),
    post: (path, body = {}, headers = {}) =>
      send(path, { method: 'POST', headers: { 'content-type': 'application/json', origin: SITE, ...headers }, body: JSON.stringify(body) }),
  };
}

const SECRET = 'a secret of thirty-two characters';
const RECOVERY_CODES = ['aaaaa-11111', 'bbbbb-22222'];

export type Entered = DeskVisitor & { name: string; recoveryCodes: string[]; digits: () => string };

// A password hash is slow on purpose; that of the one password all of them have is made once.
let hash: Promise<string> | undefined;

/** Somebody who has been at the desk for a while: own password, authenticator, a session, a known device. */
export async function enterAs(host: ApiHost, role: Role, name = `${role}-${Math.random().toString(36).slice(2, 8)}`): Promise<Entered> {
  const key = host.context.settings.secrets.SESSION_SECRET;
  const [id, token, now] = [newId('stf'), randomBytes(24).toString('base64url'), Date.now()];
  const secret = await symmetricEncrypt({ key, data: SECRET });
  const codes = await symmetricEncrypt({ key, data: JSON.stringify(RECOVERY_CODES) });
  await host.db.client.batch(
    [
      {
        sql: `INSERT INTO staff (id, name, email, email_verified, created_at, updated_at, username, two_factor_enabled, role, banned) VALUES (?, ?, ?, 0, ?, ?, ?, 1, ?, 0)`,
        args: [id, name, `${name}@staff.invalid`, now, now, name, role],
      },
      {
        sql: `INSERT INTO staff_accounts (id, account_id, provider_id, user_id, password, created_at, updated_at) VALUES (?, ?, 'credential', ?, ?, ?, ?)`,
        args: [newId('ssn'), id, id, await (hash ??= hashPassword(OWN_PASSWORD)), now, now],
      },
      {
        sql: `INSERT INTO staff_two_factors (id, secret, backup_codes, user_id, verified, failed_verification_count) VALUES (?, ?, ?, ?, 1, 0)`,
        args: [newId('ssn'), secret, codes, id],
      },
      {
        sql: `INSERT INTO staff_sessions (id, expires_at, token, created_at, updated_at, user_id) VALUES (?, ?, ?, ?, ?, ?)`,
        args: [newId('ssn'), now + 1_800_000, token, now, now, id],
      },
    ],
    'write',
  );
  const visitor = deskVisitor(host);
  const signature = createHmac('sha256', key).update(token).digest('base64');
  visitor.cookies.set('__Host-desk.session_token', encodeURIComponent(`${token}.${signature}`));
  const [, device = ''] = /=(.*?);/.exec(await rememberDevice(host.context, name)) ?? [];
  visitor.cookies.set('__Host-desk-device', device);
  return { ...visitor, name, recoveryCodes: RECOVERY_CODES, digits: () => totp(base32(SECRET)) };
}

export type Said = { status: number; code?: string } & Record<string, unknown>;

/** What an answer said, with its status. */
export async function said(answer: Promise<Response>): Promise<Said> {
  const response = await answer;
  return { ...((await response.json()) as object), status: response.status };
}
