/** Bytes under a key, made by `make` when they are not in memory. A failed `make` is not remembered. */
export type ByteCache = (key: string, make: () => Promise<Buffer>) => Promise<Buffer>;

/**
 * Keeps bytes in memory, the least recently used dropped first. Promises are kept, so that a burst of requests reads
 * and compresses a file once.
 * @param limit total bytes to keep
 */
export const byteCache = (limit: number): ByteCache => {
  const entries = new Map<string, { bytes: Promise<Buffer>; size: number }>();
  let total = 0;

  const grow = (key: string, size: number) => {
    const entry = entries.get(key);
    if (!entry || entry.size > 0) return;
    entry.size = size;
    total += size;
    for (const [oldest, dropped] of entries) {
      if (total <= limit) return;
      entries.delete(oldest);
      total -= dropped.size;
    }
  };

  return (key, make) => {
    const found = entries.get(key);
    if (found) {
      entries.delete(key);
      entries.set(key, found);
      return found.bytes;
    }
    const bytes = make();
    entries.set(key, { bytes, size: 0 });
    bytes.then(
      (made) => grow(key, made.length),
      () => entries.delete(key),
    );
    return bytes;
  };
};
