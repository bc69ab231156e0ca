import { find, type Records } from '../../../../db/domain/records.ts';
import { dataWords } from '../../../words/data.ts';
import { contactDetails, type PopoloContact } from './contact-details.ts';

export type PopoloOrganization = {
  id: string;
  name: string;
  other_names?: { name: string; note?: string }[];
  classification: string;
  parent_id?: string;
  area_id?: string;
  description?: string;
  contact_details: PopoloContact[];
  links: { url: string; note: string }[];
};

/** Congresses, groups of deputies, stations and the units that handle proposals, as Popolo organizations. */
export const popoloOrganizations = (records: Records, siteUrl: string): PopoloOrganization[] => {
  const links = (folder: string, id: string) => [{ url: `${siteUrl}/${folder}/${id}/`, note: dataWords.popolo.page }];
  const described = (body: string) => (body === '' ? {} : { description: body });
  const congresses = Array.from(records.congresses.values(), ({ id, name, shortName, area, parent, office, body }) => ({
    id: `congresses:${id}`,
    name,
    other_names: [{ name: shortName }],
    classification: 'congress',
    ...(parent && { parent_id: parent }),
    area_id: area,
    ...described(body),
    contact_details: contactDetails({ voice: office?.phone, email: office?.email, address: office?.address }),
    links: links('congresses', id),
  }));
  const groups = Array.from(records.groups.values(), ({ id, name, kind, term, areas, body }) => {
    const congress = find(records, 'terms', term)?.congress;
    const [area] = areas;
    return {
      id: `groups:${id}`,
      name,
      classification: `group-${kind}`,
      ...(congress && { parent_id: congress }),
      ...(areas.length === 1 && area && { area_id: area }),
      ...described(body),
      contact_details: [],
      links: links('groups', id),
    };
  });
  const stations = Array.from(records.stations.values(), ({ id, name, kind, parent, area, phone, address, body }) => ({
    id: `stations:${id}`,
    name,
    classification: `station-${kind}`,
    ...(parent && { parent_id: parent }),
    area_id: area,
    ...described(body),
    contact_details: contactDetails({ voice: phone, address }),
    links: links('stations', id),
  }));
  const units = Array.from(records.units.values(), ({ id, name, shortName, kind, area, parent, phone, formerNames, body }) => ({
    id: `units:${id}`,
    name,
    other_names: [{ name: shortName }, ...formerNames.map((former) => ({ name: former, note: dataWords.popolo.formerName }))],
    classification: `unit-${kind}`,
    ...(parent && { parent_id: parent }),
    ...(area && { area_id: area }),
    ...described(body),
    contact_details: contactDetails({ voice: phone }),
    links: links('units', id),
  }));
  return [...congresses, ...groups, ...stations, ...units].toSorted((a, b) => (a.id < b.id ? -1 : 1));
};
