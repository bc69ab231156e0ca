/** Ids of rows (行编号): the kind and 20 random Crockford characters (100 bits), so that none can be guessed or counted. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 20;

export type RowKind =
  | 'msg'
  | 'ans'
  | 'evt'
  | 'set'
  | 'grd'
  | 'cmt'
  | 'aud'
  | 'ntc'
  | 'fol'
  | 'hid'
  | 'add'
  | 'pho'
  | 'stf'
  | 'ssn'
  | 'sub'
  | 'tpl'
  | 'mat'
  | 'err'
  | 'exp';

/** A new id of the kind, for example `msg_…`. */
export const newId = (kind: RowKind): string =>
  `${kind}_${Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => ALPHABET[byte & 31]).join('')}`;

/** True where a text has the form of such an id. */
export const isRowId = (kind: RowKind, text: string): boolean => new RegExp(`^${kind}_[0-9a-hjkmnp-tv-z]{${LENGTH}}$`).test(text);
