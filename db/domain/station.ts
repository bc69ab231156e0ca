/** A contact station (代表联络站) or deputies' home (代表之家), where deputies receive voters on fixed days. */
import { z } from 'zod';
import { clockTime, civilDate, id, line, mandateRef, prose, ref } from './record-fields.ts';
import { receptionRule } from './reception.ts';

export const stationShape = z.strictObject({
  id,
  name: line(40),
  kind: z.enum(['home', 'station', 'point']),
  parent: ref('stations').optional(),
  area: ref('areas'),
  address: line(200),
  map: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
  openingHours: line(100),
  phone: line(40),
  head: line(20).describe('站长'),
  liaison: z.array(line(20)).default([]).describe('联络员'),
  deputies: z.array(mandateRef).min(1),
  serviceAreas: z.array(ref('areas')).min(1),
  reception: z.array(receptionRule).default([]).describe('接待日'),
  body: prose(8000),
});
export type Station = z.infer<typeof stationShape>;

/** One reception day in the duty roster (值班表): who is there, whether it was held, what was heard. */
export const rosterShape = z.strictObject({
  id,
  station: ref('stations'),
  date: civilDate,
  from: clockTime,
  to: clockTime,
  deputies: z.array(mandateRef).min(1),
  held: z.boolean().optional().describe('是否举行；未到日期不填'),
  reason: line(200).optional().describe('没有举行的原因'),
  visitors: z.number().int().min(0).optional().describe('接待人数'),
  heard: z.array(line(200)).default([]).describe('听到的问题，不写姓名'),
});
export type Roster = z.infer<typeof rosterShape>;
