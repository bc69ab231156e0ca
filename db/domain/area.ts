/** A place on the map of a county (区域): from the province down to a village, a community or an estate. */
import { z } from 'zod';
import { id, line, ref } from './record-fields.ts';

export const AREA_KINDS = ['province', 'city', 'county', 'town', 'township', 'street', 'community', 'village', 'estate'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

export const areaShape = z.strictObject({
  id,
  name: line(30),
  kind: z.enum(AREA_KINDS),
  parent: ref('areas').optional(),
  aliases: z.array(line(30)).default([]).describe('别名、俗称、小区名'),
  formerNames: z.array(line(30)).default([]).describe('曾用名'),
  divisionCode: z
    .string()
    .regex(/^\d{6}(\d{3}(\d{3})?)?$/, { error: 'divisionCode' })
    .optional()
    .describe('行政区划代码'),
});
export type Area = z.infer<typeof areaShape>;
