/**
 * 重新计算回音网站的网上测评。不依赖别的程序包。Node 18 以上，也可以作为浏览器模块使用。
 *   node verify-ratings.mjs 文件夹或网址              核对解压后的 huiyin.zip，或者 https://…/data/
 *   node verify-ratings.mjs --receipt 回执 tally.json 查一份回执是否计入（/reports/编号/tally.json，不用联网）
 * 测评日志 ratings-log.jsonl 逐行相连，每行记着前一行的 SHA-256；每次封存（seals.jsonl）的 ratings 是当时末行的 SHA-256。
 * 回执的哈希 = SHA-256(24 个字符)。每批回执排好次序，各以自己的哈希为叶子，按 RFC 9162 逐层合并 SHA-256(0x01, 左, 右)，得到树根。
 */
const { subtle } = globalThis.crypto ?? (await import('node:crypto')).webcrypto;
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const sha256 = async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes));
const hashOf = async (text) => hex(await sha256(new TextEncoder().encode(text)));
const linesOf = (text) => (text ?? '').split('\n').slice(0, -1);
const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)}}`;
};
const rootOf = async (leaves) => {
  let level = leaves.map((leaf) => Uint8Array.from(leaf.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
  while (level.length > 1) {
    level = await Promise.all(level.flatMap((left, i) => (i % 2 ? [] : [level[i + 1] ? sha256(Uint8Array.of(1, ...left, ...level[i + 1])) : left])));
  }
  return level[0] && hex(level[0]);
};

/** 核对全部测评；read(文件名) 返回文字，没有就返回 undefined。返回问题、核对过的测评数和回执数。 */
export const verifyRatings = async (read) => {
  const faults = [];
  const fault = (name, what) => faults.push({ name, what });
  const items = async (name) => parsed(await read(name)).items ?? (fault(name, '缺少，或者读不通'), []);
  const [log, hashes] = [[], []];
  for (const [i, line] of linesOf(await read('ratings-log.jsonl')).entries()) {
    log.push(parsed(line));
    if (log[i].entry !== i + 1 || log[i].before !== (hashes[i - 1] ?? null)) fault('ratings-log.jsonl', `第 ${i + 1} 行读不通，或与前一行接不上`);
    hashes.push(await hashOf(line));
  }
  for (const line of linesOf(await read('seals.jsonl'))) {
    const { seal, ratings } = parsed(line);
    if (ratings && !hashes.includes(ratings)) fault('ratings-log.jsonl', `第 ${seal} 次封存时的日志不见了`);
  }
  const tallies = await items('tallies.json');
  const shown = new Map((await items('ratings.json')).map((item) => [item.id, item]));
  const counted = new Set(tallies.map((tally) => tally.report));
  for (const report of new Set(log.map((entry) => entry.report ?? ''))) if (report && !counted.has(report)) fault(report, '日志里有，但没有计票');
  for (const tally of tallies) for (const what of await faultsOf(tally, log, shown.get(tally.report))) fault(tally.report, what);
  return { faults, tallies: tallies.length, receipts: tallies.flatMap(({ batches }) => batches.flatMap((batch) => batch.receipts)).length };
};

const faultsOf = async (tally, log, shown) => {
  const own = log.filter((entry) => entry.report === tally.report);
  const last = (...acts) => own.filter(({ act }) => acts.includes(act)).at(-1);
  const [closed, set, logged] = [last('closed'), last('scheduled', 'moved'), own.filter(({ act }) => act === 'batch')];
  const same = (field, other) => canonical(tally[field]) === canonical(other?.[field]);
  const found = [];
  const check = (holds, what) => holds || found.push(what);
  check(tally.disagreements.length === 0, `网站自查发现记录互相矛盾（${tally.disagreements.join('、')}）`);
  check(!shown || ['state', 'n', 'hidden', 'distribution'].every((field) => same(field, shown)), '与 ratings.json 不一致');
  check(same('opensAt', set) && same('closesAt', set), '起止时间与日志不一致');
  check((tally.state === 'void') === (last('voided') !== undefined), '是否作废与日志不一致');
  if (tally.state === 'void') return found;
  check(closed ? same('n', closed) && same('distribution', closed) : tally.distribution === undefined, '票数与日志不一致');
  const receipts = tally.batches.flatMap((batch) => batch.receipts);
  check(new Set(receipts).size === receipts.length && tally.batches.length === logged.length, '回执重复，或批数与日志不一致');
  for (const { batch, root, count } of logged) {
    const published = tally.batches.find((one) => one.batch === batch)?.receipts ?? [];
    check(published.length === count && (await rootOf(published)) === root, `第 ${batch} 批回执与日志不一致`);
  }
  if (closed?.n === undefined) return found;
  const totals = Object.entries(closed.distribution).map(([of, counts]) => [of, Object.values(counts).reduce((sum, n) => sum + n, 0)]);
  check(totals.every(([of, sum]) => (of === 'overall' ? sum === closed.n : sum <= closed.n)) && receipts.length === closed.n, '票数与回执数不相等');
  return found;
};

if (globalThis.process?.argv?.[1]?.endsWith('verify-ratings.mjs')) {
  const { readFile } = await import('node:fs/promises');
  const [first = '.', receipt = '', file = ''] = process.argv.slice(2);
  if (first === '--receipt') {
    const letters = Array.from(receipt.toUpperCase(), (letter) => ({ O: '0', I: '1', L: '1' })[letter] ?? letter);
    const hash = await hashOf(letters.filter((letter) => /[0-9A-Z]/.test(letter)).join(''));
    const batch = JSON.parse(await readFile(file, 'utf8')).batches.find(({ receipts }) => receipts.includes(hash));
    console.log(batch ? `已计入，在第 ${batch.batch} 批。` : '没有查到。请核对回执，或等下一批公布后再查。');
    process.exitCode = batch ? 0 : 1;
  } else {
    const base = first.endsWith('/') ? first : `${first}/`;
    const get = (name) => fetch(base + name).then((answer) => (answer.ok ? answer.text() : undefined));
    const open = (name) => readFile(base + name, 'utf8').catch(() => undefined);
    const { faults, tallies, receipts } = await verifyRatings(/^https?:/.test(base) ? get : open);
    for (const { name, what } of faults) console.log(`${name}：${what}`);
    console.log(`核对完毕：${tallies} 次测评，${receipts} 份公布的回执，${faults.length > 0 ? `发现 ${faults.length} 处问题。` : '没有问题。'}`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  }
}
