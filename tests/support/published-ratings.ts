/** The public files of the ratings, as a release makes them from a snapshot, and what the public verifier says of them. */
import type { Snapshot } from '../../db/domain/snapshot.ts';
import { verifyRatings } from '../../functions/cli/release/assets/verify-ratings.mjs';

export type RatingFiles = Record<string, string>;

/** As write-data-files.ts writes them; `seals` are the sealed hashes of the log, one a seal. */
export const filesOf = ({ ratings, tallies, ratingsLog }: Snapshot, seals: readonly string[] = []): RatingFiles => ({
  'ratings-log.jsonl': ratingsLog.map((line) => `${line}\n`).join(''),
  'tallies.json': JSON.stringify({ items: tallies }),
  'ratings.json': JSON.stringify({ items: Object.entries(ratings).map(([id, facts]) => ({ id, report: `reports:${id}`, ...facts })) }),
  'seals.jsonl': seals.map((hash, place) => `${JSON.stringify({ seal: place + 1, ratings: hash })}\n`).join(''),
});

export const verdictOn = async (files: RatingFiles) => verifyRatings(async (name) => files[name]);
