/**
 * 核对回音网站开放数据的程序。不依赖别的程序包。Node 18 以上，也可以作为浏览器模块使用。
 *   node verify.mjs 文件夹或网址                     核对解压后的 huiyin.zip，或者 https://…/data/
 *   node verify.mjs --record index.json 证明.json   核对一条记录（网页旁的 index.json 和 /data/proofs/ 中的证明）
 * 每条记录的叶子哈希 = SHA-256(0x00, 规范形式)，规范形式是 {"item":…,"kind":…} 按 RFC 8785 写成的 UTF-8 文字；
 * 全部叶子按类别、编号排列，按 RFC 9162 逐层合并 SHA-256(0x01, 左, 右)，得到树根；seals.jsonl 每行一次封存，记着树根和前一行的哈希。
 */
const { subtle } = globalThis.crypto ?? (await import('node:crypto')).webcrypto;
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const utf8 = (text) => new TextEncoder().encode(text);
const textOf = (bytes) => new TextDecoder().decode(bytes ?? new Uint8Array());
const sha256 = async (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) all.set(part, (at += part.length) - part.length);
  return new Uint8Array(await subtle.digest('SHA-256', all));
};
export const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
};
export const leafOf = async (kind, item) => hex(await sha256([0], utf8(canonical({ kind, item }))));
export const rootOf = async (leaves) => {
  let level = leaves.map(fromHex);
  if (level.length === 0) return hex(await sha256());
  while (level.length > 1) {
    const pairs = level.flatMap((left, i) => (i % 2 === 0 ? [[left, level[i + 1]]] : []));
    level = await Promise.all(pairs.map(([left, right]) => (right ? sha256([1], left, right) : left)));
  }
  return hex(level[0]);
};
export const rootOfProof = async ({ leaf, index, path }, count) => {
  let [place, last, node] = [index, count - 1, fromHex(leaf)];
  for (const neighbour of path.map(fromHex)) {
    if (last === 0) return undefined;
    if (place % 2 === 1 || place === last) {
      node = await sha256([1], neighbour, node);
      while (place % 2 === 0 && place > 0) [place, last] = [place >> 1, last >> 1];
    } else node = await sha256([1], node, neighbour);
    [place, last] = [place >> 1, last >> 1];
  }
  return last === 0 ? hex(node) : undefined;
};

/** 一个数据文件中的记录。文件读不通时按记录切开，读不通的记录没有 item。 */
const itemsOf = (raw, ids) => {
  try {
    return JSON.parse(raw).items.map((item) => ({ id: String(item?.id), item }));
  } catch {
    const starts = [];
    for (const id of ids) {
      const at = raw.indexOf(`{"id":"${id}"`, starts.at(-1)?.at ?? 0);
      if (at >= 0) starts.push({ id, at });
    }
    return starts.map(({ id, at }, i) => {
      const part = raw.slice(at, starts[i + 1]?.at).replace(starts[i + 1] ? /,$/ : /\]\}$/, '');
      try {
        return { id, item: JSON.parse(part) };
      } catch {
        return { id };
      }
    });
  }
};

/** 核对一批开放数据；read(文件名) 返回字节，没有就返回 undefined。返回问题、尚未封存的记录和最后一次封存。 */
export const verify = async (read) => {
  const faults = [];
  const fault = (name, what) => faults.push({ name, what });
  const json = async (name) => {
    try {
      return JSON.parse(textOf(await read(name)));
    } catch {
      return fault(name, '缺少，或者读不通');
    }
  };
  const log = [];
  let before = null; // 前一行的哈希
  const lines = textOf(await read('seals.jsonl')).split('\n');
  for (const [i, line] of lines.slice(0, -1).entries()) {
    try {
      log.push(JSON.parse(line));
      if (log[i].before !== before || log[i].seal !== i + 1) fault('seals.jsonl', `第 ${i + 1} 次封存与前一次接不上`);
    } catch {
      fault('seals.jsonl', `第 ${i + 1} 行读不通`);
    }
    before = hex(await sha256(utf8(line)));
  }
  const list = await json('leaves.json');
  if (!Array.isArray(list?.leaves) || !Array.isArray(list?.files)) return { faults, unsealed: [], log };
  const sealed = list.leaves.flatMap((leaf) => leaf.sealed ?? []);
  const { root, count } = log.at(-1) ?? { root: await rootOf([]), count: 0 };
  if (root !== (await rootOf(sealed)) || count !== sealed.length) fault('leaves.json', '叶子哈希算不出 seals.jsonl 中最后一次的树根');
  const expected = new Map(list.leaves.map(({ kind, id, sealed, current = sealed }) => [`${kind}:${id}`, current]));
  const found = new Set();
  for (const { file, kind } of list.files) {
    const ids = list.leaves.flatMap((leaf) => (leaf.kind === kind ? [leaf.id] : []));
    const items = itemsOf(textOf(await read(file)), ids);
    let earlier = '';
    const leaves = await Promise.all(items.map(({ item }) => item && leafOf(kind, item)));
    for (const [i, { id }] of items.entries()) {
      const name = `${kind}:${id}`;
      if (!expected.get(name)) fault(name, `不应当有的记录（${file}）`);
      else if (found.has(name)) fault(name, '重复的记录');
      else if (leaves[i] !== expected.get(name)) fault(name, '内容被改动');
      else if (id < earlier) fault(name, '次序被改动');
      earlier = id;
      found.add(name);
    }
  }
  for (const [name, leaf] of expected) if (leaf && !found.has(name)) fault(name, '记录不见了');

  const index = await read('datapackage.json');
  const files = index ? (await json('datapackage.json'))?.resources : (await json('index.json'))?.files;
  for (const { path, bytes, hash, sha256: digest } of files ?? []) {
    const content = await read(path.replace(/^\/data\//, ''));
    if (content?.length !== bytes || `sha256:${hex(await sha256(content))}` !== (hash ?? `sha256:${digest}`)) fault(path, '文件与清单不符');
  }
  return { faults, unsealed: list.leaves.filter((leaf) => 'current' in leaf).map(({ kind, id }) => `${kind}:${id}`), log };
};

const onCommandLine = async ([first = '.', ...rest], { readFile }) => {
  const load = async (name) => JSON.parse(textOf(await readFile(name)));
  if (first === '--record') {
    const [{ kind, item }, { root, count, proofs }] = await Promise.all(rest.map(load));
    const proof = proofs[item.id];
    const holds = proof && proof.leaf === (await leafOf(kind, item)) && (await rootOfProof(proof, count)) === root;
    const verdict = holds ? `在树根 ${root} 之中。请再与公布的树根对照。` : '与证明不符：内容被改动，或证明是别的记录、别的封存的。';
    return [`${kind}:${item.id} ${verdict}`, holds];
  }
  const base = first.endsWith('/') ? first : `${first}/`;
  const get = (name) => fetch(base + name).then(async (answer) => (answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined));
  const { faults, unsealed, log } = await verify(/^https?:/.test(base) ? get : (name) => readFile(base + name).catch(() => undefined));
  const last = log.at(-1);
  const lines = faults.map(({ name, what }) => `${name}：${what}`);
  if (unsealed.length > 0) lines.push(`上一次封存以后有变化、尚未封存的记录 ${unsealed.length} 份：${unsealed.join(' ')}`);
  lines.push(last ? `最后一次封存：第 ${last.seal} 次，${last.date}，${last.count} 份记录，树根 ${last.root}` : '这批数据还没有封存过。');
  lines.push(faults.length > 0 ? `核对完毕，发现 ${faults.length} 处问题。` : `核对完毕，${unsealed.length > 0 ? '已封存的记录' : ''}没有问题。`);
  return [lines.join('\n'), faults.length === 0];
};

if (globalThis.process?.argv?.[1]?.endsWith('verify.mjs')) {
  const [report, holds] = await onCommandLine(process.argv.slice(2), await import('node:fs/promises'));
  console.log(report);
  process.exitCode = holds ? 0 : 1;
}
