import { describe, expect, test } from 'vitest';
import { inWords } from '../../../site/forms/ask-api.ts';
import { toTraditional } from '../../../site/locales/traditional-words.ts';
import { wordsFor } from '../../../site/words/words.ts';

/** The congress's own words in both scripts; where a dictionary would choose otherwise, these win. */
const GLOSSARY: [string, string][] = [
  ['人大代表', '人大代表'],
  ['代表联系卡', '代表聯繫卡'],
  ['述职报告', '述職報告'],
  ['双公开', '雙公開'],
  ['代表建议(建议、批评和意见)', '代表建議(建議、批評和意見)'],
  ['答复', '答覆'],
  ['选民留言', '選民留言'],
  ['测评', '測評'],
  ['人民代表大会', '人民代表大會'],
  ['常务委员会', '常務委員會'],
  ['主任会议', '主任會議'],
  ['主席团', '主席團'],
  ['人大街道工委', '人大街道工委'],
  ['代表工作机构', '代表工作機構'],
  ['专门委员会', '專門委員會'],
  ['届', '屆'],
  ['次会议', '次會議'],
  ['闭会期间', '閉會期間'],
  ['换届', '換屆'],
  ['选区', '選區'],
  ['选举单位', '選舉單位'],
  ['选民', '選民'],
  ['选民小组', '選民小組'],
  ['直接选举', '直接選舉'],
  ['间接选举', '間接選舉'],
  ['补选', '補選'],
  ['代表资格', '代表資格'],
  ['代表资格终止', '代表資格終止'],
  ['辞职', '辭職'],
  ['罢免', '罷免'],
  ['暂停执行代表职务', '暫停執行代表職務'],
  ['出缺', '出缺'],
  ['代表团', '代表團'],
  ['代表小组', '代表小組'],
  ['代表联系组', '代表聯繫組'],
  ['组长 / 副组长', '組長 / 副組長'],
  ['专业代表小组', '專業代表小組'],
  ['代表联络站', '代表聯絡站'],
  ['代表之家', '代表之家'],
  ['两站一平台', '兩站一平台'],
  ['接待日', '接待日'],
  ['值班表', '值班表'],
  ['站长 / 联络员', '站長 / 聯絡員'],
  ['代表码', '代表碼'],
  ['履职', '履職'],
  ['履职纪实', '履職紀實'],
  ['履职活动', '履職活動'],
  ['履职积分', '履職積分'],
  ['六个一', '六個一'],
  ['视察', '視察'],
  ['持证视察', '持證視察'],
  ['专题调研', '專題調研'],
  ['执法检查', '執法檢查'],
  ['约见', '約見'],
  ['走访', '走訪'],
  ['选民座谈会', '選民座談會'],
  ['结对帮扶', '結對幫扶'],
  ['办实事', '辦實事'],
  ['调解纠纷', '調解糾紛'],
  ['述职评议会', '述職評議會'],
  ['评议', '評議'],
  ['满意', '滿意'],
  ['基本满意', '基本滿意'],
  ['不满意', '不滿意'],
  ['议案', '議案'],
  ['议案转建议', '議案轉建議'],
  ['领衔代表', '領銜代表'],
  ['附议/联名代表', '附議/聯名代表'],
  ['登记编号', '登記編號'],
  ['交办', '交辦'],
  ['承办单位', '承辦單位'],
  ['主办 / 会办(协办)', '主辦 / 會辦(協辦)'],
  ['独办 / 分办', '獨辦 / 分辦'],
  ['退办', '退辦'],
  ['面商', '面商'],
  ['答复函', '答覆函'],
  ['征询意见表/反馈', '徵詢意見表/反饋'],
  ['二次办理/重新办理', '二次辦理/重新辦理'],
  ['重点督办', '重點督辦'],
  ['督办', '督辦'],
  ['延期', '延期'],
  ['办结率', '辦結率'],
  ['满意率', '滿意率'],
  ['办成率/解决率', '辦成率/解決率'],
  ['办理结果类别', '辦理結果類別'],
  ['公开属性', '公開屬性'],
  ['一府一委两院', '一府一委兩院'],
  ['公告', '公告'],
  ['信访', '信訪'],
  ['网站标识码', '網站標識碼'],
  ['ICP备案', 'ICP備案'],
  ['适老化', '適老化'],
  ['无障碍', '無障礙'],
  ['行政区划代码', '行政區劃代碼'],
  ['件件有回音', '件件有回音'],
  ['反馈', '反饋'],
  ['办理', '辦理'],
  ['联系', '聯繫'],
  ['征求意见', '徵求意見'],
  ['回复、批复、恢复、重复', '回覆、批覆、恢復、重複'],
  ['行政复议', '行政複議'],
  ['复核', '複核'],
];

describe('Traditional words', () => {
  test.each(GLOSSARY)('%s is written %s', (simplified, traditional) => {
    expect(toTraditional(simplified)).toBe(traditional);
  });

  test('are converted in every group, in sentences made of parts too', () => {
    const words = wordsFor('zh-Hant');
    expect(words.frame.nav.map(({ label }) => label)).toEqual(['查代表', '建議與答覆', '述職', '留言', '搜索', '數據']);
    expect(words.deputies.congressOrdinal('', 17)).toBe('第十七屆');
    expect(words.messages.refusals.litigation).toContain('行政複議');
  });

  test('leave what a sentence is given as it is written', () => {
    const words = wordsFor('zh-Hant');
    expect(words.deputies.gone('王秀兰')).toBe('王秀兰目前不擔任代表，不能再接收留言。');
    expect(words.deputies.asDeputy('云溪县人民代表大会', 17)).toBe('第十七屆云溪县人民代表大会代表');
    expect(words.places.constituencyName(3, '城关第三选区')).toBe('城关第三选区');
  });
});

test('refusals of the API are said in Traditional characters too, with the names that fill them as they are', () => {
  const { problems } = wordsFor('zh-Hant');
  const problem = inWords(
    {
      status: 422,
      code: 'formerDeputy',
      title: '这位代表已经不再担任代表',
      detail: '…',
      params: { writeTo: '张伟' },
      errors: [{ path: ['text'], code: 'tooLong', message: '…', params: { maximum: 5000 } }],
    },
    problems,
  );
  expect([problem?.title, problem?.detail.slice(0, 7), problem?.errors[0]?.message]).toEqual([
    '這位代表已經不再擔任代表',
    '請改寫給：张伟',
    '太長了，最多 5000 個字符。請縮短。',
  ]);
});
