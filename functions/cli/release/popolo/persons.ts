import type { Person } from '../../../../db/domain/person.ts';
import type { Records } from '../../../../db/domain/records.ts';
import { dataWords } from '../../../words/data.ts';
import { contactDetails, type PopoloContact } from './contact-details.ts';

export type PopoloPerson = {
  id: string;
  name: string;
  gender?: string;
  email?: string;
  image?: string;
  summary?: string;
  biography?: string;
  contact_details: PopoloContact[];
  links: { url: string; note: string }[];
};

/** Deputies as Popolo persons: what the site shows of them and nothing else. */
export const popoloPersons = ({ people }: Records, siteUrl: string): PopoloPerson[] =>
  [...people.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((person) => popoloPerson(person, siteUrl));

const popoloPerson = ({ id, name, gender, contact, photo, workUnit, post, body }: Person, siteUrl: string): PopoloPerson => {
  const summary = [workUnit, post].filter(Boolean).join(' ');
  return {
    id: `people:${id}`,
    name,
    ...(gender && { gender }),
    ...(contact?.email && { email: contact.email }),
    // Portraits are published as JPEG, whatever an editor put in.
    ...(photo && { image: `${siteUrl}/photos/${photo.file.replace(/\.\w+$/, '')}.jpg` }),
    ...(summary && { summary }),
    ...(body && { biography: body }),
    contact_details: contactDetails({ voice: contact?.phone, email: contact?.email }),
    links: [{ url: `${siteUrl}/deputies/${id}/`, note: dataWords.popolo.page }],
  };
};
