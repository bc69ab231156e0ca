/** What in a message needs care (需要当心的内容): a child, illness, danger, personal data. A flag for people, never a decision. */
import { findPersonalData } from './personal-data/find.ts';
import { plainText } from './personal-data/plain.ts';

export const CARES = ['danger', 'minor', 'health', 'personalData'] as const;
export type Care = (typeof CARES)[number];

/** Danger to life: whoever writes so should call for help, and whoever reads it must not wait. */
const DANGER =
  /自杀|轻生|不想活|活不下去|跳楼|割腕|服毒|喝农药|杀了我|要杀|被绑架|被拐|家暴|被打得|正在打我|着火了|失火了|煤气泄漏|燃气泄漏|漏气了|溺水|塌方|被困|昏迷|救命/;
const HEALTH =
  /艾滋|HIV|乙肝|梅毒|性病|肿瘤|癌|白血病|尿毒症|透析|抑郁|精神病|精神分裂|双相|自闭症|癫痫|残疾|截肢|流产|堕胎|怀孕|不孕|病历|诊断书|确诊|化疗|住院号/;
const CHILD_WORDS = /我(?:今年|现在)?(?:才|刚|还)?(?:上|读|在读|是)(?:幼儿园|小学|[1-6]年级)|我是(?:1名|个)?小学生/;
const AGE = /我(?:今年|现在)?(?:才|刚|刚满)?([0-9]{1,2}|十[0-9]?)(?:周?岁)/;

/** The cares that a message asks for. */
export function caresOf(title: string, text: string): Care[] {
  const plain = plainText(`${title}\n${text}`);
  const cares: Care[] = [];
  if (DANGER.test(plain)) cares.push('danger');
  if (CHILD_WORDS.test(plain) || isUnderFourteen(plain)) cares.push('minor');
  if (HEALTH.test(plain)) cares.push('health');
  if (findPersonalData(plain).length > 0) cares.push('personalData');
  return cares;
}

/** By law a child under fourteen needs a guardian's consent (PIPL 31). */
function isUnderFourteen(plain: string): boolean {
  const age = AGE.exec(plain)?.[1];
  return age !== undefined && Number(age.replace(/^十/, '1').padEnd(age.startsWith('十') ? 2 : 1, '0')) < 14;
}
