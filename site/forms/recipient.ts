/** To whom a message goes: the record behind `kind:id`, by name. */
import type { Api } from '../../functions/host.ts';
import { getJson, type Answer } from './ask-api.ts';

export type Recipient = {
  kind: string;
  id: string;
  title: string;
  active?: boolean;
  writeTo?: string[];
  mandates?: { id: string; title: string; active: boolean }[];
};

const REFERENCE = /^(people|stations|areas):([a-z0-9-]{2,60})(?:\/([a-z0-9-]{1,40}))?$/;

/** Who may have a message or answer it: units prepare answers, and are not written to. */
const NAMED = /^(people|stations|areas|units):([a-z0-9-]{2,60})(?:\/[a-z0-9-]{1,40})?$/;

/** Undefined where the text is no reference to somebody who can be written to. */
export async function findRecipient(api: Api, to: string): Promise<Answer<Recipient> | undefined> {
  const [, kind, id] = REFERENCE.exec(to) ?? [];
  return kind && id ? getJson<Recipient>(api, `/api/records/${kind}/${id}`) : undefined;
}

/** The page of a record that messages go to. */
export const recipientPage = (to: string): string => {
  const [, kind = '', id = ''] = REFERENCE.exec(to) ?? [];
  return `/${kind === 'people' ? 'deputies' : kind}/${id}/`;
};

/** The names of those who now serve in a former deputy's place. */
export async function namesOf(api: Api, references: readonly string[]): Promise<{ href: string; title: string; to: string }[]> {
  const found = await Promise.all(references.map(async (to) => ({ to, answer: (await findNamed(api, to))?.answer })));
  return found.flatMap(({ to, answer }) => (answer ? [{ to, title: answer.title, href: recipientPage(to) }] : []));
}

async function findNamed(api: Api, reference: string): Promise<Answer<Recipient> | undefined> {
  const [, kind, id] = NAMED.exec(reference) ?? [];
  return kind && id ? getJson<Recipient>(api, `/api/records/${kind}/${id}`) : undefined;
}
