/** What the desk's API answers with. */
export const deskProblems = {
  heldByOther: { title: '有人正在办理', detail: '{name} 正在办理这件留言，半小时内没有动静会自动放开。请先办别的，或与对方商量。' },
  noSender: { title: '没有留下联系方式', detail: '写信人没有留下称呼和联系方式，或已按期删除。写信人凭回执码查看答复。' },
  matterMovedOn: { title: '已经有人办了', detail: '这一件刚由别人办理，或已经是这样。请看过最新情况后再办。' },
  exportNotAgreed: { title: '不能下载', detail: '要由另一位同事先同意，并由申请人本人在 24 小时内下载，只能下载一次。' },
  secondAgrees: { title: '要由另一位同事同意', detail: '自己的申请不能自己同意；已经同意过的不用再同意。' },
  stillPersonal: { title: '公开稿里还有个人信息', detail: '请改掉下面指出的内容；确认不是个人信息的，勾选“已核对”后再公开。' },
  signInFirst: { title: '请先登录', detail: '登录已过期、已退出或权限有变动。请重新登录后再试。' },
  signInRefused: { title: '登录没有成功', detail: '账号或密码不对，或账号已停用。请核对后重新输入；忘记密码请找管理员重置。' },
  firstPasswordExpired: { title: '初始密码已过期', detail: '初始密码只能在发放后七天内使用。请找管理员重新发放。' },
  passkeyRefused: { title: '通行密钥没有成功', detail: '这台设备上没有本站的通行密钥，或没有解锁、等得太久。请再试一次，或用密码登录。' },
  signInAgain: { title: '请重新登录', detail: '这一步等得太久，或试错的次数太多。请从账号和密码重新开始。' },
  tooManySignIns: { title: '试错的次数太多', detail: '为保护账号，请过一会儿再试。用以前登录过的那台电脑不受别人试错的影响。' },
  entryNotDone: { title: '还差一步', detail: '请先设置自己的密码并绑定验证器，再使用工作台。' },
  notYours: { title: '没有这项权限', detail: '您的岗位不能办理这件事。如需办理，请找管理员。' },
  staffNameTaken: { title: '账号名已经有人用', detail: '请换一个账号名。停用的账号名也不能再用，以免办理记录混淆。' },
  staffNotFound: { title: '没有这个账号', detail: '请从账号列表重新进入。' },
  staffNotChanged: { title: '没有改动', detail: '账号已经是这样，或这是最后一个管理员账号。请先另设一个管理员。' },
};

/** Sentences beside a field of the desk's forms. */
export const deskFields = {
  pagePath: '请从要纠错的页面进入。',
  date: '请填写日期。',
  stillPersonal: '公开稿里似乎还有个人信息，请再看一遍；确认不是的，请勾选“已核对”。',
  role: '请选择岗位。',
  accountName: '账号名为 2 至 30 个字，可以用汉字、字母、数字、点和短横线，例如 zhangsan 或 张三。',
  authenticatorCode: '请填写验证器上显示的六位数字。',
  authenticatorWrong: '六位数字不对或已过期。请看验证器上现在显示的数字；仍不对时，请检查手机的时间是否准确。',
  authenticatorUsed: '这组数字刚才已经用过。请等验证器换下一组再填。',
  recoveryWrong: '恢复码不对，或已经用过。每个恢复码只能用一次。',
  passwordShort: '密码至少 12 个字符。可以用几个不相干的词连起来。',
  passwordGuessable: '这个密码太容易被猜到。请不要用键盘上连着的字母数字、重复的字符或账号名。',
  passwordSame: '新密码不能和现在的一样。',
  passwordWrong: '密码不对，请重新输入。',
  staffNameTaken: '这个账号名已经有人用，请换一个。',
  notOneself: '不能改动自己的账号。请由另一位管理员办理。',
};
