/**
 * Popolo (popoloproject.com/specs) as of 2023, transcribed by hand: the properties of its classes, with their types and
 * date patterns. Strict: a property that Popolo does not know is a fault. Ids are demanded, as the specification does.
 */
import { z } from 'zod';

const text = z.string().min(1).nullable().optional();
const date = z
  .string()
  .regex(/^[0-9]{4}(-[0-9]{2}){0,2}$/)
  .nullable()
  .optional();
const url = z.url();
const stamps = {
  created_at: z.iso.datetime({ offset: true }).nullable().optional(),
  updated_at: z.iso.datetime({ offset: true }).nullable().optional(),
};

const link = z.strictObject({ url, note: text });
const rest = { ...stamps, sources: z.array(link).optional() };
const contactDetail = z.strictObject({
  label: text,
  type: z.enum(['address', 'cell', 'email', 'fax', 'pager', 'text', 'textphone', 'url', 'video', 'voice']),
  value: z.string().min(1),
  note: text,
  valid_from: date,
  valid_until: date,
  ...rest,
});
const otherName = z.strictObject({ name: z.string().min(1), start_date: date, end_date: date, note: text });
const identifier = z.strictObject({ identifier: z.string().min(1), scheme: text });
const contactable = { contact_details: z.array(contactDetail).optional(), links: z.array(link).optional() };

const person = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  other_names: z.array(otherName).optional(),
  identifiers: z.array(identifier).optional(),
  family_name: text,
  given_name: text,
  additional_name: text,
  honorific_prefix: text,
  honorific_suffix: text,
  patronymic_name: text,
  sort_name: text,
  email: z.email().nullable().optional(),
  gender: text,
  birth_date: date,
  death_date: date,
  image: url.nullable().optional(),
  summary: text,
  biography: text,
  national_identity: text,
  ...contactable,
  ...rest,
});
const organization = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  other_names: z.array(otherName).optional(),
  identifiers: z.array(identifier).optional(),
  classification: text,
  parent_id: text,
  area_id: text,
  abstract: text,
  description: text,
  founding_date: date,
  dissolution_date: date,
  image: url.nullable().optional(),
  ...contactable,
  ...rest,
});
const post = z.strictObject({
  id: z.string(),
  label: text,
  role: text,
  organization_id: z.string(),
  area_id: text,
  start_date: date,
  end_date: date,
  ...contactable,
  ...rest,
});
const membership = z.strictObject({
  id: z.string(),
  label: text,
  role: text,
  person_id: z.string(),
  organization_id: z.string(),
  post_id: text,
  on_behalf_of_id: text,
  area_id: text,
  start_date: date,
  end_date: date,
  ...contactable,
  ...rest,
});
const area = z.strictObject({
  id: z.string(),
  name: text,
  identifier: text,
  classification: text,
  parent_id: text,
  geometry: z.looseObject({}).nullable().optional(),
  ...rest,
});

export const popoloSpec = z.strictObject({
  persons: z.array(person),
  organizations: z.array(organization),
  posts: z.array(post),
  memberships: z.array(membership),
  areas: z.array(area),
});
