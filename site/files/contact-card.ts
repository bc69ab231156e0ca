/** A deputy's contact card for the address book of a phone (vCard 4, RFC 6350): only what the deputy's page shows as contact. */
import { foldLines } from 'ical-generator';
import {
  AdrProperty,
  EmailProperty,
  FNProperty,
  KindProperty,
  NoteProperty,
  NProperty,
  OrgProperty,
  PhotoProperty,
  SourceProperty,
  SpecialValueType,
  TelProperty,
  TextType,
  TitleProperty,
  UIDProperty,
  URIType,
  URLProperty,
  VCARD,
} from 'vcard4';
import type { Deputy } from '../queries/deputies.ts';
import { portraitPath } from '../queries/portraits.ts';
import { ruleSentence } from '../words/reception-rule.ts';
import type { Words } from '../words/words.ts';

const text = (value: string): TextType => new TextType(value);

/** The text of the file. `deputy` is in office: a card is valid only as long as the mandate. */
export function contactCardFile({ person, current }: Deputy, words: Words, site: URL): string {
  const link = (path: string): URIType => new URIType(new URL(path, site).href);
  const stations = [...new Set(current.flatMap(({ station }) => station ?? []))];
  const phones = [person.contact?.phone, ...stations.map(({ phone }) => phone)].flatMap((phone) => phone ?? []);
  const notes = [
    ...current.flatMap(({ constituency }) =>
      constituency ? [`${words.deputies.constituency}：${words.places.constituencyName(constituency.number, constituency.name)}`] : [],
    ),
    ...stations.flatMap(({ name, phone, reception }) => [
      `${words.deputies.station}：${name}，${phone}`,
      ...reception.map((rule) => `${words.deputies.cardReception}：${ruleSentence(rule, words.stations)}`),
    ]),
    words.deputies.cardMessageAt,
  ];
  const card = new VCARD([
    new KindProperty([], new SpecialValueType('KindProperty', 'individual')),
    new FNProperty([], text(`${person.name}${person.marker ?? ''}`)),
    // Whole: where a family name ends is not recorded, and phones show the two parts together again.
    new NProperty([], new SpecialValueType('NProperty', [text(person.name), undefined, undefined, undefined, undefined])),
    ...current.flatMap(({ congress, term }) => [
      new OrgProperty([], new SpecialValueType('OrgProperty', [text(congress.name)])),
      new TitleProperty([], text(words.deputies.asDeputy(congress.name, term.ordinal))),
    ]),
    ...[...new Set(phones)].map((phone) => new TelProperty([], text(phone))),
    ...(person.contact?.email ? [new EmailProperty([], text(person.contact.email))] : []),
    ...stations.map(
      ({ address }) =>
        new AdrProperty([], new SpecialValueType('AdrProperty', [undefined, undefined, text(address), undefined, undefined, undefined, undefined])),
    ),
    new URLProperty([], link(`/q/${person.id}/`)),
    ...(person.photo ? [new PhotoProperty([], link(portraitPath(person.photo.file)))] : []),
    new NoteProperty([], text(notes.join('\n'))),
    new SourceProperty([], link(`/deputies/${person.id}.vcf`)),
    new UIDProperty([], link(`/q/${person.id}/`)),
  ]);
  // vcard4 escapes colons, which the format does not know, and folds by UTF-16 units, which may cut a rare character in two.
  return foldLines(card.repr().replaceAll('\r\n ', '').replaceAll('\\:', ':'));
}
