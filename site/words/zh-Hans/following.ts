/** Following a message by its receipt code, and what its sender may still do. */
import type { Mover } from '../../../db/domain/message-moves.ts';
import type { MessageStatus } from '../../../db/domain/message-status.ts';
import type { REPLY_ANSWERS, SOLVED_ANSWERS } from '../../../db/domain/message-survey.ts';
import type { SenderChoice } from '../../../db/domain/sender-choices.ts';
import { fullDate } from '../dates.ts';

const by: Record<Mover, string> = { sender: '您', clerk: '经办人员', moderator: '审核人员', deputy: '代表', job: '系统' };

const publication: Record<MessageStatus['publication'], string> = {
  no: '不公开',
  waiting: '您同意公开，等待审核',
  published: '已经公开',
  hidden: '公开后又隐藏了',
};

const choices: Record<SenderChoice, { title: string; text: string; button: string }> = {
  chase: { title: '催一催', text: '已经过了预计答复的日期。点一下，这封信会排到办公室的催办名单里。只能催一次。', button: '请尽快答复' },
  add: { title: '补充一句', text: '有新情况可以补充，最多五次，每次 500 字以内。', button: '补充' },
  photos: { title: '加照片', text: '', button: '' },
  appeal: { title: '不同意这个决定', text: '可以申请复核一次，由审核人员重新看，不是原来经办的人决定。', button: '申请复核' },
  unpublish: { title: '不再公开', text: '收回公开的同意，马上从网页上撤下。已经被别人下载的管不到。', button: '收回同意' },
  withdraw: { title: '撤回这封信', text: '不再办理，称呼、联系方式和照片马上删除。撤回以后不能恢复，可以另写一封。', button: '撤回' },
  eraseContact: { title: '删除称呼和联系方式', text: '马上删除，还没有发出的通知也一起删除。以后只能凭回执码查看。', button: '删除联系方式' },
  eraseAll: {
    title: '删除全部内容',
    text: '标题、内容、补充、照片、称呼和联系方式马上删除，还在办理的同时撤回。只留下有过一封信和办理的日期。不能恢复。',
    button: '全部删除',
  },
};

const reply: Record<(typeof REPLY_ANSWERS)[number], string> = {
  answered: '收到了，回答了我的问题',
  replyNoAnswer: '收到了回信，但没有回答问题',
  acknowledgement: '只说收到了',
  notNeeded: '不需要答复了',
  no: '没有收到',
};

const solved: Record<(typeof SOLVED_ANSWERS)[number], string> = { solved: '解决了', partly: '解决了一部分', no: '没有解决，请重新办理' };

export const following = {
  by,
  publication,
  choices,
  answersTo: { reply, solved },
  survey: { reply: '您收到答复了吗？', solved: '事情真的解决了吗？' },
  surveyText: {
    reply: '写信已满十四天。点一下告诉我们，所有回答的合计会公布，不会公布您是谁。',
    solved: '办结已满四周。没有解决的，点一下就重新办理。',
  },
  surveySend: '告诉我们',
  yours: '您写的',
  erased: '内容已经按您的要求删除。',
  additions: '您的补充',
  photos: (n: number) => `照片 ${n} 张`,
  chased: (date: string) => `您在 ${fullDate(date)} 催过。`,
  contactKept: '称呼或联系方式还保存着',
  contactGone: '没有保存称呼和联系方式',
  visible: '是否公开',
  contact: '联系方式',
  nowWith: (name: string) => `现在由${name}办理`,
  becameProposal: '成为代表建议',
  seeProposal: '看这件代表建议',
  todo: '您还可以',
  mind: '改变主意',
  addition: '补充的内容',
  reason: '理由（可不填）',
  sure: '请再确认一次',
  done: {
    chase: '已经催了。',
    add: '补充已经收到。',
    appeal: '已经申请复核。',
    unpublish: '已经从网页上撤下。',
    withdraw: '已经撤回。',
    eraseContact: '称呼和联系方式已经删除。',
    eraseAll: '已经全部删除。',
    survey: '谢谢您告诉我们。',
  },
  lost: '回执码丢了？',
  lostTitle: '找回回执码',
  lostLead: '留言时填过手机号或者邮箱的，可以把新的回执码发到那里。没有填过的，无法找回，请另写一封，或到代表联络站当面说。',
  lostContact: '留言时留下的手机号或邮箱',
  lostSend: '发送新的回执码',
  lostDone: '如果有用这个联系方式提交的留言，新的回执码会发到那里，一般几分钟内到。',
  lostDoneText: '为了保护写信人，不管有没有查到，这里都这样回答。没有收到的，请核对联系方式，或者明天再试；每封信一天只发一次。',
};
