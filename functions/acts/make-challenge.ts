import { createChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/sha';
import type { ActContext } from '../act-context.ts';

const MINUTES = 20;

/** SHA-256 with prefix `000`: about 4,000 tries, a second or two on an old phone. */
const DIFFICULTY = { algorithm: 'SHA-256', cost: 1, keyPrefix: '000' } as const;

/** A challenge (ALTCHA) that a browser solves without asking its user anything; nothing is stored until it is used. */
export const makeChallenge = ({ clock, settings }: ActContext): Promise<Challenge> =>
  createChallenge({
    ...DIFFICULTY,
    deriveKey,
    expiresAt: new Date(clock.now().getTime() + MINUTES * 60_000),
    hmacSignatureSecret: challengeSecret(settings.secrets.SESSION_SECRET),
  });

/** The signing secret of challenges, apart from other uses of the same key. */
export const challengeSecret = (secret: string): string => `challenge:${secret}`;
