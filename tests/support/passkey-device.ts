/** A device with one passkey, as WebAuthn level 3 describes it: made here so that the library is not tested by itself. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { SITE } from './api-host.ts';

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const url = (bytes: Buffer): string => bytes.toString('base64url');

/** The few forms of CBOR that an attestation without statement needs (RFC 8949). */
function cbor(value: unknown): Buffer {
  const head = (major: number, size: number) =>
    size < 24
      ? Buffer.from([(major << 5) | size])
      : size < 256
        ? Buffer.from([(major << 5) | 24, size])
        : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, inner]) => [cbor(key), cbor(inner)])]);
}

export type Answers = {
  add: (options: { challenge: string }) => object;
  signIn: (options: { challenge: string }, more?: { unlocked?: boolean; origin?: string }) => object;
};

/** A device that answers as a browser would. */
export function passkeyDevice(): Answers {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  const host = sha256(new URL(SITE).hostname);
  let counter = 0;
  const data = (flags: number, rest: Buffer = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([host, Buffer.from([flags]), count, rest]);
  };
  const client = (type: string, challenge: string, origin: string) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const common = { id: url(id), rawId: url(id), type: 'public-key', clientExtensionResults: {} };
  return {
    add({ challenge }) {
      const key = cbor(
        new Map<number, number | Buffer>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      );
      const authData = data(0x45, Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]));
      const attestationObject = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      );
      return {
        ...common,
        response: {
          clientDataJSON: url(client('webauthn.create', challenge, SITE)),
          attestationObject: url(attestationObject),
          transports: ['internal'],
        },
      };
    },
    signIn({ challenge }, { unlocked = true, origin = SITE } = {}) {
      const authenticatorData = data(unlocked ? 0x05 : 0x01);
      const clientDataJSON = client('webauthn.get', challenge, origin);
      const signature = createSign('sha256')
        .update(Buffer.concat([authenticatorData, sha256(clientDataJSON)]))
        .sign(privateKey);
      return { ...common, response: { clientDataJSON: url(clientDataJSON), authenticatorData: url(authenticatorData), signature: url(signature) } };
    },
  };
}
