/** Which visitor a request is counted for: by address, IPv6 by its /64, which is one household or less. */
import type { HostBindings } from './context.ts';

/**
 * The address comes from the one header that the trusted proxy sets, or else from the socket; what other headers claim
 * is not read. In a list (x-forwarded-for) only the last entry is the proxy's own.
 */
export function clientKey(headers: Headers, bindings: HostBindings | undefined, trustedProxy: string | undefined): string {
  const told = trustedProxy === undefined ? undefined : headers.get(trustedProxy)?.split(',').at(-1);
  return groupAddress(bindings?.clientAddress ?? told ?? bindings?.incoming?.socket?.remoteAddress ?? '');
}

/** One key for all spellings of an address: IPv4 whole (also as `::ffff:1.2.3.4`), IPv6 cut to its /64. */
export function groupAddress(address: string): string {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/%.*$/, '');
  const mapped = /^(?:::ffff:(?:0:)?)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?$/.exec(plain);
  if (mapped?.[1]) return mapped[1].split('.').every((part) => Number(part) <= 255) ? mapped[1].split('.').map(Number).join('.') : 'unknown';
  const parts = expandIpv6(plain);
  if (!parts) return 'unknown';
  const [high = 0, low = 0] = parts.slice(6);
  const isMapped = parts.slice(0, 5).every((part) => part === 0) && parts[5] === 0xffff;
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return `${parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}

function expandIpv6(text: string): number[] | undefined {
  const halves = text.split('::');
  if (!text.includes(':') || halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const gap = halves.length === 2 ? 8 - head.length - tail.length : 0;
  const all = [...head, ...Array.from({ length: Math.max(gap, 0) }, () => '0'), ...tail];
  if (all.length !== 8 || !all.every((part) => /^[0-9a-f]{1,4}$/.test(part))) return undefined;
  return all.map((part) => Number.parseInt(part, 16));
}
