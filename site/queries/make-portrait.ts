/** Makes the portrait that pages show from the file that an editor gave. */
import sharp from 'sharp';
import { noteFile } from '../../db/records/reads.ts';

/** JPEG of 480 × 600 pixels, turned upright, without EXIF: no place, no time, no camera of a deputy's photo leaves the office. */
export async function makePortrait(file: string): Promise<Uint8Array<ArrayBuffer>> {
  noteFile(file);
  const picture = sharp(file).rotate().resize(480, 600, { fit: 'cover', position: 'attention' });
  return new Uint8Array(await picture.jpeg({ quality: 78, mozjpeg: true }).toBuffer());
}
