/**
 * A device from which an account was entered before: it has a count of wrong passwords of its own, so that a stranger who
 * tries an account's password from elsewhere slows themself down and never its owner.
 */
import type { ActContext } from '../../act-context.ts';
import { cookieOf } from '../../cookies.ts';

const DAYS = 180;

type Keyed = Pick<ActContext, 'keys' | 'settings'>;
const isHttps = (context: Keyed): boolean => context.settings.siteUrl.startsWith('https:');
const cookieName = (context: Keyed): string => (isHttps(context) ? '__Host-desk-device' : 'desk-device');

/** The number of the device, where its cookie was made for this account. */
export async function knownDevice(context: Keyed, cookies: string | null, account: string): Promise<string | undefined> {
  const [device = '', mark = ''] = cookieOf(cookies, cookieName(context))?.split('.') ?? [];
  return device !== '' && mark === (await context.keys.mark('device', account, device)) ? device : undefined;
}

/** A `set-cookie` that makes the device known to the account. */
export async function rememberDevice(context: Keyed, account: string): Promise<string> {
  const device = crypto.randomUUID();
  const value = `${device}.${await context.keys.mark('device', account, device)}`;
  return `${cookieName(context)}=${value}; Max-Age=${DAYS * 86_400}; Path=/; HttpOnly; SameSite=Strict${isHttps(context) ? '; Secure' : ''}`;
}
