import sharp from 'sharp';

/** What a telephone writes into its photographs: where and with what, and a comment; none of it may stay. */
export const PHOTO_SECRETS = ['SECRET-CAMERA', 'SECRET-COMMENT', 'SECRET-TRAILER'];

/** A photograph with EXIF (camera, place), an XMP packet, a comment and bytes behind its end. */
export async function tellingPhoto({ progressive = false, width = 64 } = {}): Promise<Uint8Array> {
  const picture = await sharp({ create: { width, height: 48, channels: 3, background: { r: 200, g: 60, b: 40 } } })
    .withExif({ IFD0: { Make: 'SECRET-CAMERA', Model: 'x' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1' } })
    .jpeg({ progressive })
    .toBuffer();
  const comment = Buffer.from('SECRET-COMMENT');
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment]);
  return Buffer.concat([picture.subarray(0, 2), segment, picture.subarray(2), Buffer.from('SECRET-TRAILER')]);
}
