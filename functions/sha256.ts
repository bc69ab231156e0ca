import { createHash } from 'node:crypto';
import type { Hash } from '../db/domain/merkle.ts';

/** SHA-256 at once, on both hosts; WebCrypto's answers later, which for a hundred thousand receipts is much later. */
export const sha256: Hash = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());

export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
