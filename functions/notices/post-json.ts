import { TRY_SECONDS, type Sent } from './sender.ts';

/**
 * Posts JSON to a gateway. A name and password in the address become basic authorization. `id` goes along as
 * Idempotency-Key: a gateway that knows it takes the same notice once.
 */
export async function postJson(address: string, id: string, body: object, whenUnknown: Sent): Promise<Sent> {
  const url = new URL(address);
  const headers: Record<string, string> = { 'content-type': 'application/json', 'idempotency-key': id };
  if (url.username !== '') {
    const [name, password] = [url.username, url.password].map((part) => decodeURIComponent(part));
    headers.authorization = `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${name}:${password}`)))}`;
    url.username = url.password = '';
  }
  try {
    const signal = AbortSignal.timeout(TRY_SECONDS * 1000);
    // A redirect would hand the reader's address to somebody nobody named in the settings.
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), redirect: 'manual', signal });
    await answer.body?.cancel();
    if (answer.ok) return 'sent';
    return NEVER.has(answer.status) ? 'never' : 'later';
  } catch (error) {
    return neverConnected(error) ? 'later' : whenUnknown;
  }
}

/** What a gateway says about the notice itself, not about its own day. */
const NEVER = new Set([400, 410, 413, 422]);

const BEFORE_SENDING = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

function neverConnected(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return (code !== undefined && BEFORE_SENDING.has(code)) || (cause instanceof Error && neverConnected(cause));
}
