import { newId } from '../../db/domain/ids.ts';
import { cleanJpeg } from '../../db/domain/jpeg.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { MOST_PHOTOS } from '../../db/domain/sender-choices.ts';
import { keepPhoto } from '../../db/queries/photos.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import { ownMessage } from './own-message.ts';

/**
 * The sender adds a photograph, of which only the picture is kept; private until a moderator shows it. The same one sent
 * twice is kept once.
 * @returns how many the message has now
 * @throws missing, invalid `badPhoto`, refused `notNow` or `tooManyPhotos`
 */
export async function addPhoto(context: ActContext, { code, bytes }: { code: string; bytes: Uint8Array<ArrayBuffer> }): Promise<{ photos: number }> {
  const own = await ownMessage(context, code);
  const clean = cleanJpeg(bytes);
  if (!clean) throw new DomainError('invalid', 'badPhoto');
  if (!own.can.includes('photos') && own.photos < MOST_PHOTOS) throw new DomainError('refused', 'notNow');
  const digest = await digestOf(clean.bytes);
  const entry = { at: context.clock.now().toISOString(), actor: 'public', act: 'add-photo', target: own.id };
  const photo = { id: newId('pho'), messageId: own.id, digest, ...clean, on: today(context) };
  if (!(await keepPhoto(context.db, photo, MOST_PHOTOS, entry))) throw new DomainError('refused', 'tooManyPhotos');
  return { photos: (await ownMessage(context, code)).photos };
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
