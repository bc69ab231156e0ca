import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanJpeg } from '../../db/domain/jpeg.ts';
import { PHOTO_SECRETS, tellingPhoto } from '../support/photos.ts';

describe.each([
  ['plain', false],
  ['progressive', true],
])('a %s photograph', (_, progressive) => {
  test('keeps every pixel and nothing else', async () => {
    const photo = await tellingPhoto({ progressive });
    const clean = cleanJpeg(photo);
    expect(clean).toMatchObject({ width: 64, height: 48 });
    const bytes = Buffer.from(clean?.bytes ?? []);
    for (const secret of PHOTO_SECRETS) {
      expect(Buffer.from(photo).includes(secret)).toBe(true);
      expect(bytes.includes(secret)).toBe(false);
    }
    const { exif, xmp, icc, width } = await sharp(bytes).metadata();
    expect({ exif, xmp, icc, width }).toEqual({ exif: undefined, xmp: undefined, icc: undefined, width: 64 });
    expect(await sharp(bytes).raw().toBuffer()).toEqual(
      await sharp(Buffer.from(photo.slice(0, -14)))
        .raw()
        .toBuffer(),
    );
    expect(cleanJpeg(bytes)?.bytes).toEqual(clean?.bytes);
  });

  test('cut anywhere, it is refused', async () => {
    const photo = await tellingPhoto({ progressive });
    const whole = photo.length - 14;
    for (let length = 0; length < whole; length += 7) expect(cleanJpeg(photo.subarray(0, length))).toBeUndefined();
  });
});

test.each([
  [
    'a PNG',
    () =>
      sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
  ],
  ['a page', async () => Buffer.from('<script>alert(1)</script>')],
  ['nothing', async () => Buffer.alloc(0)],
  ['a beginning alone', async () => Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
])('%s is no photograph', async (_, make) => expect(cleanJpeg(await make())).toBeUndefined());

test('any bytes are refused or become a photograph that stays what it is', async () => {
  const photo = await tellingPhoto();
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(photo.length - 1), fc.nat(255)), { maxLength: 30 }), (changes) => {
      const bytes = Uint8Array.from(photo);
      for (const [at, value] of changes) bytes[at] = value;
      const clean = cleanJpeg(bytes);
      if (clean) expect(cleanJpeg(clean.bytes)?.bytes).toEqual(clean.bytes);
    }),
    { numRuns: 500 },
  );
});
