/** Writing a message: what a writer is told on the way, the look before sending, drafts, photographs. */
import type { MESSAGE_KINDS } from '../../../db/domain/message.ts';
import type { Advice } from '../../../db/domain/new-message-review.ts';
import type { PersonalDataKind } from '../../../db/domain/personal-data/find.ts';

const kindNotes: Record<(typeof MESSAGE_KINDS)[number], string> = {
  help: '写清您遇到的困难、找过哪些单位、他们怎么说。有人身危险请先打 110、119、120。',
  suggestion: '写清现在怎么样、您希望怎么改。许多人都有的问题，代表可以写成建议，交有关单位限期答复。',
  question: '写清您想问的是哪件事、哪个政策。查得到答案的，可以先看公开的留言和代表建议。',
  complaint: '对一个单位的服务不满意，直接打 12345 一般更快；一类问题反复发生，写给代表合适。',
};

const advice: Record<Advice, string> = {
  danger: '有人身危险，请现在就打电话：110 报警，119 火警，120 急救；心里难受，打 12356 心理援助热线，有人听您说。这里不能马上有人看到。',
  litigation: '已经在打官司、仲裁或者行政复议的事，代表不能过问，请按程序办理；法律援助打 12348。',
  dispute: '个人之间的纠纷，代表不能评理断案。可以找村、社区的人民调解委员会，或者打 12348 问法律。',
  favour: '代表不能替个人向单位要钱、要工作、要指标。请直接向有关单位申请；办得不公道的，可以写给代表。',
  child: '看上去您可能未满 14 周岁。请让爸爸妈妈或者别的监护人来写，或者一起到联络站说。',
  health: '内容里有病情一类的敏感信息。说清要办的事就可以，病名、病历不必写；公开之前会去掉。',
  complaint: '对一个单位的服务不满意，直接打 12345 一般更快；一类问题反复发生，写给代表合适。',
};

const personalData: Record<PersonalDataKind, string> = {
  mobile: '手机号',
  landline: '家里的电话',
  idNumber: '身份证号',
  bankCard: '银行卡号',
  plate: '车牌号',
  email: '邮箱',
  passport: '护照或者通行证号',
  account: '微信号、QQ 号',
  address: '家里的门牌号',
};

export const writing = {
  kindNotes,
  advice,
  personalData,
  joint: '、',
  toArea: (place: string) => `这封信写给代表${place}的代表：工作人员会交给合适的一位，交给谁会写在查询页上。`,
  follow: '如果我的信成为代表建议，办到最后一项承诺都通知我',
  followHint: '联系方式会保留到那时。不勾选，答复后 35 天删除。',
  next: '下一步：核对',
  found: (kinds: string) => `您写的内容里像是有${kinds}。不是非写不可的，请去掉；别人的请不要写。`,
  draftRestored: '接上了您没有写完的草稿。草稿只存在这台设备上，提交后自动删除。',
  draftDrop: '删除草稿，重新写',
  reviewTitle: '请核对一遍',
  reviewLead: '还没有提交。要改的话请返回，写好的不会丢。',
  adviceTitle: '提交之前请看',
  foundTitle: '内容里有个人信息',
  similarTitle: '这些可能是同一件事',
  similarText: '已经有人提过，有的已经有答复。看一看，也许不用再等；您仍然可以提交。',
  newWindow: '在新窗口打开',
  proposal: '代表建议',
  message: '公开的留言',
  yours: '您要提交的',
  notGiven: '没有填',
  isPublic: '同意审核后公开',
  notPublic: '不公开，只有您和办理人员看得到',
  nameHidden: '公开时不显示称呼',
  nameShown: '公开时显示称呼',
  sentOther: '这一页已经提交过另一封信。这是新的一封的话，请再点一次“下一步”；您写的都在下面。',
  edit: '返回修改',
  send: '确认提交',
  target: '答复日期是本站的服务目标，不是法定期限。',
  print: '打印这一页',
  photos: '加照片',
  photosText:
    '最多三张。照片在您的设备上缩小，拍摄的地点、时间和手机型号都会去掉；只有办理人员看得到，审核同意后才会公开。请不要拍到别人的脸、证件和车牌。',
  photosChoose: '选照片',
  photosSending: '正在上传，请不要关闭页面。',
  photosDone: '照片已经加上：{n} 张。',
  photosFailed: '这一张没有传上去：可能不是照片，或者网络断了。请再试一次。',
};
