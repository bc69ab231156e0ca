import { verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/sha';
import { z } from 'zod';
import { invalidField } from '../../db/domain/problem.ts';
import type { ActContext } from '../act-context.ts';
import { challengeSecret } from './make-challenge.ts';

const hex = z.string().regex(/^[0-9a-f]{2,128}$/);
const payload = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal('SHA-256'),
      nonce: hex,
      salt: hex,
      cost: z.literal(1),
      keyLength: z.literal(32),
      keyPrefix: z.string().max(8),
      expiresAt: z.number(),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.number().int(), derivedKey: hex }),
});

/**
 * Checks a solved challenge (base64 of the widget's JSON). Whether it was used before is decided when it is stored.
 * @throws invalid `challenge` where it is broken, foreign, expired or not solved
 */
export async function checkChallenge({ settings, clock }: ActContext, solved: string): Promise<{ nonce: string; expiresAt: string }> {
  const read = payload.safeParse(decode(solved));
  if (!read.success) throw invalidField('challenge', 'challengeWrong');
  const { challenge, solution } = read.data;
  const expired = challenge.parameters.expiresAt * 1000 <= clock.now().getTime();
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: challengeSecret(settings.secrets.SESSION_SECRET),
  });
  if (expired || !verified) throw invalidField('challenge', 'challengeWrong');
  return { nonce: challenge.parameters.nonce, expiresAt: new Date(challenge.parameters.expiresAt * 1000).toISOString() };
}

function decode(solved: string): unknown {
  try {
    return JSON.parse(atob(solved));
  } catch {
    return undefined;
  }
}
