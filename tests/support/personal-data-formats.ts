/**
 * How personal data is written in China, from the published tables, made without knowing the detector:
 * mobile segments of MIIT's numbering plan (电信网编号计划), GB 11643-1999 (identity numbers), ISO/IEC 7812-1 (cards),
 * GA 36-2018 (plates), the series of passports and permits told by the National Immigration Administration; and what
 * office texts hold that is not personal: landlines, dates, sums, document numbers (GB/T 9704-2012), GB 32100-2015 codes.
 */

/** A generator of pseudo-random numbers, so that a failing text can be made again. */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const pick = <T>(dice: Dice, items: readonly T[]): T => items[dice(items.length)] as T;
const digits = (dice: Dice, count: number): string => Array.from({ length: count }, () => dice(10)).join('');
const two = (value: number): string => String(value).padStart(2, '0');
const letters = (dice: Dice, from: string, count: number): string => Array.from({ length: count }, () => pick(dice, Array.from(from))).join('');

// 电信网编号计划：公众移动通信网网号
const SEGMENTS =
  '130 131 132 133 134 135 136 137 138 139 145 147 149 150 151 152 153 155 156 157 158 159 162 165 166 167 171 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 193 195 196 197 198 199'.split(
    ' ',
  );
const mobile = (dice: Dice): string => pick(dice, SEGMENTS) + digits(dice, 8);

const AREAS = ['110101', '310115', '330106', '440305', '510107', '653101', '542521', '371482', '420111', '130105'];
const day = (dice: Dice, from: number, to: number): string => `${from + dice(to - from)}${two(1 + dice(12))}${two(1 + dice(28))}`;

/** ISO 7064 MOD 11-2, digit by digit. */
function idNumber(dice: Dice): string {
  const body = pick(dice, AREAS) + day(dice, 1930, 2024) + digits(dice, 3);
  const rest = Array.from(body).reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  const check = (12 - rest) % 11;
  return body + (check === 10 ? 'X' : String(check));
}
const oldIdNumber = (dice: Dice): string => pick(dice, AREAS) + day(dice, 1930, 1999).slice(2) + digits(dice, 3);

/** The check digit that makes Luhn's sum a multiple of ten, found by trying. */
function card(dice: Dice, beginning: string, length: number): string {
  const body = beginning + digits(dice, length - 1 - beginning.length);
  const doubled = '0246813579';
  for (let check = 0; ; check++) {
    const sum = Array.from(`${body}${check}`)
      .toReversed()
      .reduce((all, digit, place) => all + Number(place % 2 ? doubled[Number(digit)] : digit), 0);
    if (sum % 10 === 0) return `${body}${check}`;
  }
}
const anyCard = (dice: Dice): string =>
  pick(dice, [
    () => card(dice, '6222', 19),
    () => card(dice, '6217', 19),
    () => card(dice, '6225', 16),
    () => card(dice, '4392', 16),
    () => card(dice, '5187', 16),
  ])();

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const PLATE = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';
// GA 36-2018：序号为 5 位，字母不超过 2 个，不用 I、O。
function serial(dice: Dice): string {
  const places = Array.from(digits(dice, 5));
  for (let more = dice(3); more > 0; more--) places[dice(5)] = pick(dice, Array.from(PLATE.slice(0, 24)));
  return places.join('');
}
const authority = (dice: Dice): string => pick(dice, Array.from(PROVINCES)) + pick(dice, [...'ABCDEFGHJK']);
const smallElectric = (dice: Dice): string => pick(dice, [...'DABCEFGHJK']) + pick(dice, Array.from(PLATE)) + digits(dice, 4);
const largeElectric = (dice: Dice): string => digits(dice, 5) + pick(dice, [...'DABCEFGHJK']);

const wide = (text: string): string => text.replaceAll(/[!-~]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));
const inChinese = (text: string): string => text.replaceAll(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? '');
const inCapitals = (text: string): string => text.replaceAll(/\d/g, (digit) => '零壹贰叁肆伍陆柒捌玖'[Number(digit)] ?? '');
const cut = (text: string, sizes: readonly number[], by: string): string => {
  let at = 0;
  return sizes.map((size) => text.slice(at, (at += size))).join(by);
};
const apart = (text: string): string => Array.from(text).join(' ');

type Format = { kind: string; name: string; make: (dice: Dice) => string };

/** One row a way of writing; `kind` is what a reader would call it. */
export const PERSONAL_FORMATS: readonly Format[] = [
  { kind: 'mobile', name: '手机号', make: mobile },
  { kind: 'mobile', name: '手机号 3 4 4', make: (dice) => cut(mobile(dice), [3, 4, 4], ' ') },
  { kind: 'mobile', name: '手机号 3-4-4', make: (dice) => cut(mobile(dice), [3, 4, 4], '-') },
  { kind: 'mobile', name: '手机号 7 4', make: (dice) => cut(mobile(dice), [7, 4], ' ') },
  { kind: 'mobile', name: '手机号全角', make: (dice) => wide(mobile(dice)) },
  { kind: 'mobile', name: '手机号汉字', make: (dice) => inChinese(mobile(dice)) },
  { kind: 'mobile', name: '手机号大写', make: (dice) => inCapitals(mobile(dice)) },
  { kind: 'mobile', name: '手机号逐个空格', make: (dice) => apart(mobile(dice)) },
  { kind: 'mobile', name: '+86', make: (dice) => `+86 ${mobile(dice)}` },
  { kind: 'mobile', name: '0086', make: (dice) => `0086${mobile(dice)}` },
  { kind: 'idNumber', name: '身份证 18 位', make: idNumber },
  { kind: 'idNumber', name: '身份证 6 8 4', make: (dice) => cut(idNumber(dice), [6, 8, 4], ' ') },
  { kind: 'idNumber', name: '身份证 6-8-4', make: (dice) => cut(idNumber(dice), [6, 8, 4], '-') },
  { kind: 'idNumber', name: '身份证全角', make: (dice) => wide(idNumber(dice)) },
  { kind: 'idNumber', name: '身份证小写 x', make: (dice) => idNumber(dice).toLowerCase() },
  { kind: 'idNumber', name: '身份证 15 位', make: oldIdNumber },
  { kind: 'idNumber', name: '身份证汉字', make: (dice) => inChinese(idNumber(dice)) },
  { kind: 'bankCard', name: '银行卡', make: anyCard },
  { kind: 'bankCard', name: '银行卡 4 4 4 4 3', make: (dice) => cut(anyCard(dice), [4, 4, 4, 4, 3], ' ').trimEnd() },
  { kind: 'bankCard', name: '银行卡 4-4-4-4', make: (dice) => cut(card(dice, '6225', 16), [4, 4, 4, 4], '-') },
  { kind: 'bankCard', name: '银行卡全角', make: (dice) => wide(anyCard(dice)) },
  { kind: 'plate', name: '号牌', make: (dice) => authority(dice) + serial(dice) },
  { kind: 'plate', name: '号牌带点', make: (dice) => `${authority(dice)}·${serial(dice)}` },
  { kind: 'plate', name: '号牌全角', make: (dice) => wide(authority(dice) + serial(dice)) },
  { kind: 'plate', name: '号牌小写', make: (dice) => (authority(dice) + serial(dice)).toLowerCase() },
  { kind: 'plate', name: '挂车', make: (dice) => `${authority(dice)}${digits(dice, 4)}挂` },
  { kind: 'plate', name: '新能源小型车', make: (dice) => authority(dice) + smallElectric(dice) },
  { kind: 'plate', name: '新能源大型车', make: (dice) => authority(dice) + largeElectric(dice) },
  {
    kind: 'email',
    name: '邮箱',
    make: (dice) =>
      `${letters(dice, 'abcdefghijklmnopqrstuvwxyz0123456789._', 7)}a@${pick(dice, ['qq.com', '163.com', 'mail.example.cn', 'example.org'])}`,
  },
  { kind: 'email', name: '邮箱全角', make: (dice) => wide(`${digits(dice, 9)}@qq.com`) },
  { kind: 'passport', name: '护照 E+8', make: (dice) => `E${digits(dice, 8)}` },
  { kind: 'passport', name: '护照 E+字母+7', make: (dice) => `E${letters(dice, 'ABCDEFGHJKLMNPQRSTUVWXYZ', 1)}${digits(dice, 7)}` },
  { kind: 'passport', name: '护照 G+8', make: (dice) => `G${digits(dice, 8)}` },
  { kind: 'passport', name: '港澳通行证', make: (dice) => `C${digits(dice, 8)}` },
  {
    kind: 'address',
    name: '幢单元室',
    make: (dice) =>
      `${1 + dice(30)}${pick(dice, ['幢', '栋', '座', '号楼'])}${1 + dice(5)}单元${1 + dice(30)}0${1 + dice(4)}${pick(dice, ['室', '户', '号', ''])}`,
  },
  { kind: 'address', name: '幢室', make: (dice) => `${1 + dice(30)}${pick(dice, ['幢', '栋', '号楼'])}${1 + dice(30)}0${1 + dice(4)}室` },
  { kind: 'address', name: '横线室', make: (dice) => `${1 + dice(30)}-${1 + dice(5)}-${1 + dice(30)}0${1 + dice(4)}室` },
  {
    kind: 'address',
    name: '村组号',
    make: (dice) => `${pick(dice, ['上塘', '下坝', '石桥'])}村${pick(dice, ['一', '三', '5', '12'])}组${1 + dice(200)}号`,
  },
  { kind: 'account', name: 'QQ 号', make: (dice) => `QQ：${1 + dice(9)}${digits(dice, 6 + dice(4))}` },
  { kind: 'account', name: '微信号', make: (dice) => `微信号：${letters(dice, 'abcdefghijk', 1)}${letters(dice, 'abcdefghijklmnop_0123456789', 8)}` },
];

const AREA_CODES = '010 020 021 022 023 024 025 027 028 029 0310 0571 0574 0755 0851 0871 0991 0000'.split(' ');
const landline = (dice: Dice): string => {
  const code = pick(dice, AREA_CODES);
  return `${code}${pick(dice, ['-', '—', ' ', ''])}${2 + dice(7)}${digits(dice, code.length === 3 ? 7 : 6 + dice(2))}`;
};
const year = (dice: Dice): number => 1990 + dice(40);
const organ = (dice: Dice): string => pick(dice, ['云人办发', '浙政函', '国办发', '云府', '川交函', '京教']);

/** GB 32100-2015, check character found by trying. */
function creditCode(dice: Dice): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const body = pick(dice, ['11', '12', '51', '52', '53', '91', '92', '93']) + pick(dice, AREAS) + letters(dice, '0123456789', 9);
  const value = (text: string): number =>
    Array.from(text).reduce((sum, character, place) => sum + alphabet.indexOf(character) * (3 ** place % 31), 0);
  return (
    Array.from(alphabet)
      .map((check) => body + check)
      .find((code) => (value(code.slice(0, 17)) + alphabet.indexOf(code[17] ?? '')) % 31 === 0) ?? body
  );
}

/** What is not personal and must not be pointed at. */
export const OFFICE_FORMATS: readonly { name: string; make: (dice: Dice) => string }[] = [
  { name: '办公电话', make: landline },
  { name: '带分机的办公电话', make: (dice) => `${landline(dice)}转${1 + dice(900)}` },
  { name: '热线', make: (dice) => pick(dice, ['12345', '12348', '110', '120', `400-${digits(dice, 3)}-${digits(dice, 4)}`, `95${digits(dice, 3)}`]) },
  {
    name: '日期',
    make: (dice) => {
      const [y, m, d] = [year(dice), two(1 + dice(12)), two(1 + dice(28))];
      return pick(dice, [
        `${y}-${m}-${d}`,
        `${y}.${m}.${d}`,
        `${y}年${Number(m)}月${Number(d)}日`,
        `${y}${m}${d}`,
        `${inChinese(String(y))}年${m}月`,
        `${y}-${m}-${d} 14:${two(dice(60))}`,
      ]);
    },
  },
  {
    name: '日期段',
    make: (dice) => `${year(dice)}-${two(1 + dice(12))}-${two(1 + dice(28))} ${year(dice)}-${two(1 + dice(12))}-${two(1 + dice(28))}`,
  },
  {
    name: '金额',
    make: (dice) => {
      const sum = 1 + dice(9_000_000) * (1 + dice(2000));
      return pick(dice, [
        `${sum}元`,
        `${sum.toLocaleString('en-US')}元`,
        `${sum}.${two(dice(100))}元`,
        `¥${sum}.${two(dice(100))}`,
        `${dice(9000)}.${digits(dice, 2)}万元`,
        `${sum.toLocaleString('fr-FR')}元`,
      ]);
    },
  },
  {
    name: '文号',
    make: (dice) =>
      pick(dice, [
        `${organ(dice)}〔${year(dice)}〕${1 + dice(400)}号`,
        `（${year(dice)}）云01${two(dice(30))}民初${1 + dice(9999)}号`,
        `${organ(dice)}字第${digits(dice, 6)}号`,
        `浙ICP备${year(dice)}${digits(dice, 6)}号-${1 + dice(9)}`,
        `公安备案 ${pick(dice, AREAS)}02${digits(dice, 6)}号`,
        `GB/T ${digits(dice, 5)}-${year(dice)}`,
        `第${1 + dice(900)}号建议`,
        `项目编号 ${year(dice)}-${digits(dice, 6)}-${two(dice(99))}-${two(dice(99))}-${digits(dice, 6)}`,
      ]),
  },
  { name: '统一社会信用代码', make: creditCode },
  { name: '邮政编码和面积', make: (dice) => `${digits(dice, 6)}，${dice(9000)}.${dice(99)}平方米，${1 + dice(900)}户` },
  { name: '门牌', make: (dice) => `府前路${1 + dice(300)}号${pick(dice, ['门口', '路灯', '对面', ''])}` },
];

const BEFORE = ['', '请联系', '我的号码是', '（', '张某：', '电话', '见', '第3点，'];
const AFTER = ['', '。', '，谢谢', '）', '请尽快', '\n此致', '、其他'];

/** Put into a sentence, as it would stand in a letter; where the thing itself begins and ends. */
export function inSentence(dice: Dice, thing: string): { text: string; start: number; end: number } {
  const before = pick(dice, BEFORE);
  return { text: before + thing + pick(dice, AFTER), start: before.length, end: before.length + thing.length };
}
