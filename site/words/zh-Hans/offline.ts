/** What the offline worker says. `{date}` is filled in by the worker. */
export const offline = {
  title: '现在没有联网',
  lead: '这个页面暂时打不开。您看过的代表、联系卡和联络站，下面还可以看。',
  kept: '本机存有的页面',
  none: '还没有。联网时打开一次您的代表的页面，以后断网也能看。',
  telephone: '也可以打电话',
  copy: '没有联网或者网络很慢，这是 {date} 存下的内容。',
};
