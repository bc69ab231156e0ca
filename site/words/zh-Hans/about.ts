/** Pages about the site. */
import { fullDate } from '../dates.ts';

export const about = {
  title: '关于本站',
  updated: (date: string) => `${fullDate(date)}更新`,
  contact: '联系我们，指出错误',
  contactText: '发现内容有误、联系方式失效，或者不希望某项个人信息出现在本站，请与主办单位联系。改动会写明日期和原因。',
  pages: '说明',
};
