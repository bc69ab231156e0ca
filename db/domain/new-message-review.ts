/** What somebody is shown before their message is sent (提交前核对): similar matters, advice, personal data that they wrote. */
import { z } from 'zod';
import type { MESSAGE_KINDS } from './message.ts';
import { PERSONAL_DATA } from './personal-data/find.ts';
import { plainText } from './personal-data/plain.ts';
import { caresOf } from './sensitive.ts';

const similarItem = z.object({ kind: z.enum(['proposals', 'messages']), id: z.string(), title: z.string(), state: z.string() });
export type SimilarItem = z.infer<typeof similarItem>;

export const ADVICE = ['danger', 'litigation', 'dispute', 'favour', 'child', 'health', 'complaint'] as const;
export type Advice = (typeof ADVICE)[number];

export const messageReview = z
  .object({
    similar: z.array(similarItem),
    advice: z.array(z.enum(ADVICE)),
    found: z.array(z.object({ field: z.enum(['title', 'text']), kind: z.enum(PERSONAL_DATA), start: z.number().int(), end: z.number().int() })),
  })
  .meta({ id: 'MessageReview', description: '提交前核对：相近的公开内容、提示、内容里的个人信息' });
export type MessageReview = z.infer<typeof messageReview>;

// Words that a letter about such a matter can hardly do without.
const LITIGATION = /法院|判决|开庭|起诉|上诉|再审|仲裁|行政复议|立案|强制执行|律师函|[民刑行]初字?[0-9]|检察院/;
const DISPUTE = /邻居.{0,20}(?:占|吵|打|赔|院墙|宅基地)|欠我.{0,6}钱|借给|离婚|分家|遗产|彩礼/;
const FAVOUR = /(?:给|帮|替)我.{0,6}(?:安排|批|要)(?:个|一个)?.{0,6}(?:工作|指标|名额|项目|工程)|打个招呼|批条子/;

/** What deputies cannot do, or others do sooner, as far as the words show it; sentences and addresses come from words and settings. */
export function adviceFor({ kind, title, text }: { kind: (typeof MESSAGE_KINDS)[number] | undefined; title: string; text: string }): Advice[] {
  const plain = plainText(`${title}\n${text}`);
  const cares = caresOf(title, text);
  const found: Record<Advice, boolean> = {
    danger: cares.includes('danger'),
    litigation: LITIGATION.test(plain),
    dispute: DISPUTE.test(plain),
    favour: FAVOUR.test(plain),
    child: cares.includes('minor'),
    health: cares.includes('health'),
    complaint: kind === 'complaint',
  };
  return ADVICE.filter((advice) => found[advice]);
}
