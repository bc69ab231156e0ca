/** `npm run check:content`: prints every fault of every record file, with file, line and what to do; exit 1 where there is one. */
import { resolve } from 'node:path';
import { beijingDate } from '../../db/domain/civil-date.ts';
import { loadRecords } from '../../db/records/load.ts';
import { contentFaultSentence } from '../words/content-faults.ts';

const dir = resolve(process.env['CONTENT_DIR'] ?? 'content');
const { faults, digests } = loadRecords(dir, process.env['HUIYIN_TODAY'] ?? beijingDate(new Date()));
for (const { file, line, field, code, params } of faults) {
  console.log(`${file}:${line}${field ? ` ${field}` : ''}\n    ${contentFaultSentence(code, params)}`);
}
console.log(faults.length === 0 ? `检查完毕：${digests.size} 份记录，没有问题。` : `检查完毕：${faults.length} 处问题，请逐一改正。`);
process.exitCode = faults.length === 0 ? 0 : 1;
