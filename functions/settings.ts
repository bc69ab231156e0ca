/** All settings, parsed once. Errors name everything that is missing or wrong. Runs on both hosts. */
import { z } from 'zod';

/** 32 random bytes or more, in base64 or base64url. */
const key = z
  .string({ error: '缺少' })
  .regex(/^[A-Za-z0-9+/_-]{43,200}={0,2}$/, { error: '应为至少 32 字节随机数的 base64 文字，例如 openssl rand -base64 32 的输出' });

export const secretsShape = z.object({ CODE_PEPPER: key, CONTACT_KEY: key, SESSION_SECRET: key });
export type Secrets = z.infer<typeof secretsShape>;

const origin = z.url({ protocol: /^https?$/, error: '应为完整网址，例如 https://rd.example.cn' });

const address = (protocol: RegExp, error: string) =>
  z.string().refine((text) => URL.canParse(text) && protocol.test(new URL(text).protocol.slice(0, -1)) && new URL(text).hostname !== '', { error });

const settingsShape = secretsShape.extend({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: '应为端口号' })
    .int({ error: '应为端口号' })
    .min(1, { error: '应为端口号' })
    .max(65_535, { error: '应为端口号' })
    .default(4321),
  SITE_URL: origin.optional(),
  CONTENT_DIR: z.string().default('./content'),
  DATA_DIR: z.string().default('./.data'),
  DATABASE_URL: z
    .string()
    .regex(/^(?:libsql|https?|file):/, { error: '应以 libsql:、https:、http: 或 file: 开头' })
    .optional(),
  DATABASE_TOKEN: z.string().optional(),
  CHALLENGE: z.enum(['on', 'off'], { error: '应为 on 或 off' }).default('on'),
  MAIL_URL: address(
    /^(?:smtps?|https?)$/,
    '应为 smtp://、smtps:// 或 https:// 开头的完整网址，例如 smtps://用户名:密码@主机:465/?from=发件地址',
  ).optional(),
  SMS_URL: address(/^https?$/, '应为 http:// 或 https:// 开头的完整网址').optional(),
  TRUSTED_PROXY: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/i, { error: '应为代理写入访客地址的请求头名称，例如 x-real-ip' })
    .optional(),
  HUIYIN_TODAY: z.iso.date({ error: '应为日期，例如 2026-11-22' }).optional(),
});

export type Settings = {
  host: string;
  port: number;
  /** Origin of the public site without a path, for example `https://rd.example.cn`. */
  siteUrl: string;
  contentDir: string;
  dataDir: string;
  databaseUrl: string | undefined;
  databaseToken: string | undefined;
  challenge: boolean;
  mailUrl: string | undefined;
  smsUrl: string | undefined;
  /** Name of the one request header that the visitor's address may be read from. */
  trustedProxy: string | undefined;
  today: string | undefined;
  secrets: Secrets;
};

class SettingsError extends Error {
  readonly faults: string[];

  constructor(faults: string[]) {
    super(`设置有误：\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'SettingsError';
    this.faults = faults;
  }
}

/** Reads settings from an environment, or throws a SettingsError that lists every fault. Empty values count as not set. */
export function readSettings(env: Record<string, unknown>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in settingsShape.shape && value !== '' && value !== undefined));
  const parsed = settingsShape.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`);
  if (given.CHALLENGE === 'off' && String(given.SITE_URL).startsWith('https:')) {
    faults.push('CHALLENGE：正式网站（SITE_URL 为 https）不能关闭人机验证，请删去 CHALLENGE=off');
  }
  if (!parsed.success || faults.length > 0) throw new SettingsError(faults);
  const { CODE_PEPPER, CONTACT_KEY, SESSION_SECRET, ...rest } = parsed.data;
  return {
    host: rest.HOST,
    port: rest.PORT,
    siteUrl: new URL(rest.SITE_URL ?? `http://localhost:${rest.PORT}`).origin,
    contentDir: rest.CONTENT_DIR,
    dataDir: rest.DATA_DIR,
    databaseUrl: rest.DATABASE_URL,
    databaseToken: rest.DATABASE_TOKEN,
    challenge: rest.CHALLENGE === 'on',
    mailUrl: rest.MAIL_URL,
    smsUrl: rest.SMS_URL,
    trustedProxy: rest.TRUSTED_PROXY?.toLowerCase(),
    today: rest.HUIYIN_TODAY,
    secrets: { CODE_PEPPER, CONTACT_KEY, SESSION_SECRET },
  };
}
