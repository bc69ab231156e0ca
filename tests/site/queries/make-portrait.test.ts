import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { makePortrait } from '../../../site/queries/make-portrait.ts';

test('a portrait keeps no EXIF of the photo it was made from, and stands upright', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'portrait-'));
  const file = join(dir, 'photo.jpg');
  const photo = sharp({ create: { width: 900, height: 600, channels: 3, background: '#8a9' } });
  await photo
    .withExif({ IFD0: { Make: 'CAMERA-CANARY', Orientation: '6' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toFile(file);
  expect((await sharp(file).metadata()).exif?.toString('latin1')).toContain('CAMERA-CANARY');

  const made = Buffer.from(await makePortrait(file));
  const { exif, orientation, width, height } = await sharp(made).metadata();
  expect({ exif, orientation, width, height }).toEqual({ exif: undefined, orientation: undefined, width: 480, height: 600 });
  expect(made.toString('latin1')).not.toContain('CAMERA-CANARY');
  await rm(dir, { recursive: true });
});
