/** A deputy's way in without an account (代表答复入口): a sheet with a link, and a code of one day beside it. */
import { z } from 'zod';
import { CROCKFORD, plainCharacters, secret } from './secret.ts';

/** Wrong day codes after which the right one does not count any more. */
export const DAY_CODE_TRIES = 5;

const DAY_CODE = new RegExp(`^[${CROCKFORD}]{8}$`);

/** Eight characters, 40 random bits: enough for one day and five tries. */
export const newDayCode = (): string => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => CROCKFORD[byte & 31]).join('');

/** Two groups of four, as printed. */
export const formatDayCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

const dayCode = z.string({ error: 'dayCode' }).max(60, { error: 'dayCode' }).overwrite(plainCharacters).regex(DAY_CODE, { error: 'dayCode' });

/** A deputy's number as printed on the sheet: four digits, typed in any width. */
const deputyNumber = z
  .string({ error: 'deputyNumber' })
  .max(20, { error: 'deputyNumber' })
  .overwrite((typed) => typed.normalize('NFKC').replaceAll(/\s/g, ''))
  .regex(/^\d{4}$/, { error: 'deputyNumber' });

/** The link's secret, or a deputy's number with the code of the day. */
export const replySignIn = z
  .strictObject({ token: secret.optional(), number: deputyNumber.optional(), dayCode: dayCode.optional() })
  .superRefine(({ token, number, dayCode: code }, context) => {
    if (token !== undefined) return;
    if (number === undefined) context.addIssue({ code: 'custom', path: ['number'], message: 'required' });
    if (code === undefined) context.addIssue({ code: 'custom', path: ['dayCode'], message: 'required' });
  })
  .meta({ id: 'ReplySignIn', description: '代表凭卡上的链接或者编号加当日口令登录' });
export type ReplySignIn = z.infer<typeof replySignIn>;

/** Who is in, and until when (UTC). */
export const replySession = z.object({ person: z.string(), name: z.string(), until: z.string() }).meta({ id: 'ReplySession' });
export type ReplySession = z.infer<typeof replySession>;
