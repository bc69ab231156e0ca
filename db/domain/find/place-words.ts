/** How people shorten and lengthen the names of places: 桃源 for 桃源镇, 云溪县桃源镇 for 桃源镇, 文庙居委会 for 文庙社区. */

const KIND_ENDING = /(?:自治州|自治县|街道|社区|小区|地区|省|市|县|区|镇|乡|村)$/;
const OFFICE_ENDING = /(?:村民委员会|居民委员会|街道办事处|村委会|居委会|村委|居委|村部)$/;
const SHARED_ENDING = /(?:自治州|自治县|街道|社区|小区|地区|选区|(?:股份|责任)?有限(?:责任)?公司|公司|省|市|县|区|镇|乡|村)$/;

/** How many characters a name has before the ending that thousands of names share, and that nobody is found by. */
export const lengthWithoutEnding = (name: string): number => name.replace(SHARED_ENDING, '').length || name.length;

/** A name and its short form, where two characters or more are left. */
export function withShortForm(name: string): string[] {
  const short = name.replace(KIND_ENDING, '');
  return short.length >= 2 && short !== name ? [name, short] : [name];
}

/** Without the word for the office of a village or community. */
export function withoutOffice(text: string): string {
  const short = text.replace(OFFICE_ENDING, '');
  return short.length >= 2 ? short : text;
}

/** Without the names around all places of the site (folded, long forms first), as long as a name is left. */
export function withoutRoots(text: string, roots: readonly string[]): string {
  let left = text;
  for (const root of roots) {
    const rest = left.startsWith(root) ? left.slice(root.length) : left;
    if (rest.length >= 2 && rest.replace(SHARED_ENDING, '') !== '') left = rest;
  }
  return left;
}

/** What follows the names of these places (folded, from the outside in) at the beginning of a question; undefined where none stands there. */
export function afterPlace(question: string, place: readonly string[]): string | undefined {
  let left = question;
  for (const name of place) {
    const form = withShortForm(name).find((way) => left.startsWith(way));
    if (form !== undefined) left = left.slice(form.length);
  }
  return left === question || left === '' ? undefined : left;
}
