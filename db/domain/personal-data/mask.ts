import { findPersonalData, type PersonalDataKind } from './find.ts';

/** The text with a placeholder in place of each piece of personal data; `label` gives what is read there, for example 〔手机号〕. */
export function maskPersonalData(text: string, label: (kind: PersonalDataKind) => string): string {
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of findPersonalData(text)) {
    masked += text.slice(from, start) + label(kind);
    from = end;
  }
  return masked + text.slice(from);
}
