/** Sentences of `npm run staff`. */
import type { Role, StaffMember } from '../../db/domain/staff.ts';
import type { AuditCheck, AuditFault } from '../acts/check-audit.ts';
import { beijingTime } from './problems.ts';

const roles: Record<Role, string> = { clerk: '经办', moderator: '审核', auditor: '监督', admin: '管理' };

const faults: Record<AuditFault['kind'], string> = {
  changed: '被改动',
  missing: '被删除',
  added: '是后来加进去的',
  cut: '之后的记录与已发布的不符，末尾被截去或重写',
};

export const staffWords = {
  usage: [
    '用法：',
    '  npm run staff -- add 账号名 --role clerk|moderator|auditor|admin [--title 姓名或岗位]',
    '  npm run staff -- list',
    '  npm run staff -- role 账号名 --role clerk|moderator|auditor|admin',
    '  npm run staff -- disable 账号名',
    '  npm run staff -- enable 账号名',
    '  npm run staff -- reset 账号名     忘记密码、换了手机',
    '  npm run staff -- audit            核对操作记录有没有被改动',
    '岗位：clerk 经办，moderator 审核，auditor 监督，admin 管理',
  ].join('\n'),
  added: ({ name, password, until }: { name: string; password: string; until: string }, siteUrl: string) =>
    [
      `账号：${name}`,
      `初始密码：${password}`,
      `请当面或用其他可靠方式交给本人，只显示这一次。${beijingTime(until)} 前有效。`,
      `首次登录 ${siteUrl}/desk/ 时要设置自己的密码，并用手机验证器扫码绑定。`,
    ].join('\n'),
  audit: ({ rows, faults: found }: AuditCheck) =>
    found.length === 0
      ? `操作记录 ${rows} 条，完整，没有改动。`
      : [`操作记录 ${rows} 条，发现问题：`, ...found.map(({ seq, kind }) => `  第 ${seq} 条${faults[kind]}`)].join('\n'),
  changed: '已办理。该账号的登录已全部退出。',
  list: (items: StaffMember[]) =>
    items.length === 0
      ? '还没有工作人员账号。新建：npm run staff -- add 账号名 --role admin'
      : items
          .map(({ name, title, role, disabled, step }) =>
            [name, title === name ? '' : title, roles[role], disabled ? '已停用' : step === 'desk' ? '' : '尚未完成首次登录']
              .filter(Boolean)
              .join('  '),
          )
          .join('\n'),
  howToBegin: (siteUrl: string) => `工作台：${siteUrl}/desk/ 。没有默认账号；新建一个：npm run staff -- add 账号名 --role admin`,
};
