/** Keyed hashes, and encryption by WebCrypto, with keys from the settings. The same on both hosts. */
import { createHmac } from 'node:crypto';
import type { Mark } from '../db/domain/rating-mark.ts';
import { secretFromBytes } from '../db/domain/secret.ts';
import type { Secrets } from './settings.ts';

const text = new TextEncoder();

export type Keys = {
  /** How a code or a receipt is stored. */
  hashCode: (code: string) => Promise<string>;
  /** How the contact of a sender is found again by its owner. */
  hashContact: (contact: string) => Promise<string>;
  /** The receipt of a rating: tells nothing of the grades, and is the same for the same code and report. */
  receiptFor: (code: string, reportId: string) => Promise<string>;
  /** The receipt code of a message sent under a repeat key: computed again for a repeat instead of being stored. */
  codeForRequest: (key: string, body: string) => Promise<string>;
  /** The code by which a follower confirms and stops, computed again for each mail instead of being stored. */
  followCode: (followerId: string) => string;
  /** How a repeat key and the body sent with it are stored. */
  hashRequest: (key: string, body: string) => Promise<{ keyHash: string; bodyHash: string }>;
  /** A keyed mark of parts under a label: throttle keys, known devices, links of the audit chain. */
  mark: (label: string, ...parts: string[]) => Promise<string>;
  /** The mark of a row of ratings (see db/domain/rating-mark.ts). */
  markOf: (parts: readonly string[]) => Mark;
  /** Vouches for a line of the ratings' log. */
  lineMac: (line: string) => string;
  /** Encrypts a value for one row; it cannot be moved to another. */
  seal: (value: unknown, rowId: string) => Promise<string>;
  open: (sealed: string, rowId: string) => Promise<unknown>;
  /** Tells these keys from others without telling anything of them. */
  fingerprint: () => Promise<string>;
};

/** `onHmac` is told of every keyed hash, so that a test can count them. */
export function createKeys(secrets: Secrets, onHmac: () => void = () => {}): Keys {
  // Kept as keys, not as promises: in workerd a request must not wait for what another began.
  let contact: CryptoKey | undefined;
  const pepper = fromBase64(secrets.CODE_PEPPER);
  const contactKey = async () => (contact ??= await importContactKey(secrets.CONTACT_KEY));

  // The label keeps the uses of one key apart; JSON keeps the parts of one message apart.
  // At once, not by WebCrypto: a rating needs five of these, and a hop to another thread costs more than the hash.
  function mac(label: string, ...parts: readonly string[]): Buffer {
    onHmac();
    return createHmac('sha256', pepper)
      .update(JSON.stringify([label, ...parts]))
      .digest();
  }

  return {
    followCode: (followerId) => secretFromBytes(mac('follow', followerId)),
    hashCode: async (code) => toBase64(mac('code', code)),
    hashContact: async (contact) => toBase64(mac('contact', contact)),
    receiptFor: async (code, reportId) => secretFromBytes(mac('receipt', code, reportId)),
    codeForRequest: async (key, body) => secretFromBytes(mac('message', key, body)),
    mark: async (label, ...parts) => toBase64(mac(`mark-${label}`, ...parts)),
    async hashRequest(key, body) {
      onHmac();
      return { keyHash: toBase64(mac('request', key)), bodyHash: createHmac('sha256', key).update(body).digest('base64url') };
    },
    markOf(parts) {
      const bytes = mac('mark', ...parts);
      return [bytes.readUIntBE(0, 6), bytes.readUIntBE(6, 6), bytes.readUIntBE(12, 6), bytes.readUIntBE(18, 6)];
    },
    lineMac: (line) => toBase64(mac('line', line)),
    async seal(value, rowId) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = text.encode(JSON.stringify(value));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text.encode(rowId) }, await contactKey(), plain);
      return `${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`;
    },
    async open(sealed, rowId) {
      const [iv = '', body = ''] = sealed.split('.');
      const algorithm = { name: 'AES-GCM', iv: fromBase64(iv), additionalData: text.encode(rowId) };
      const plain = await crypto.subtle.decrypt(algorithm, await contactKey(), fromBase64(body));
      return JSON.parse(new TextDecoder().decode(plain)) as unknown;
    },
    fingerprint: async () => toBase64(await mac('fingerprint', secrets.CONTACT_KEY)).slice(0, 22),
  };
}

async function importContactKey(secret: string): Promise<CryptoKey> {
  const raw = await crypto.subtle.digest('SHA-256', fromBase64(secret));
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function fromBase64(encoded: string): Uint8Array<ArrayBuffer> {
  const plain = atob(encoded.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}
