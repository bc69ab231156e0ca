/** Counting per visitor in fixed windows, in memory: it slows people down; it never decides what is true. */

export type Counter = {
  /** Counts one, and says whether it is still within the limit. */
  hit: (key: string) => boolean;
  /** Takes one hit back: what was refused for another reason does not count. */
  undo: (key: string) => void;
  /** Seconds until the window of the key ends. */
  secondsLeft: (key: string) => number;
};

const MOST_KEYS = 20_000;

/** Allows `limit` hits per key in each window of `seconds`. Memory is bounded: when full, the oldest keys go first. */
export function createCounter(limit: number, seconds: number, now: () => number): Counter {
  const windows = new Map<string, { ends: number; hits: number }>();

  function windowOf(key: string): { ends: number; hits: number } {
    const found = windows.get(key);
    if (found && found.ends > now()) return found;
    windows.delete(key);
    if (windows.size >= MOST_KEYS) windows.delete(windows.keys().next().value ?? '');
    const fresh = { ends: now() + seconds * 1000, hits: 0 };
    windows.set(key, fresh);
    return fresh;
  }

  return {
    hit: (key) => ++windowOf(key).hits <= limit,
    undo: (key) => void windowOf(key).hits--,
    secondsLeft: (key) => Math.max(1, Math.ceil((windowOf(key).ends - now()) / 1000)),
  };
}

export type Limits = {
  wrongCodes: Counter;
  messages: Counter;
  unprovenMessages: Counter;
  errorReports: Counter;
  lostCodes: Counter;
  similar: Counter;
  follows: Counter;
};

/**
 * The limits of the public API: wrong codes a minute, messages, messages without a challenge and
 * lost codes an hour, questions for similar ones in ten minutes, per visitor.
 */
export function createLimits(now: () => number): Limits {
  return {
    wrongCodes: createCounter(10, 60, now),
    messages: createCounter(60, 3600, now),
    unprovenMessages: createCounter(5, 3600, now),
    errorReports: createCounter(10, 3600, now),
    lostCodes: createCounter(5, 3600, now),
    similar: createCounter(60, 600, now),
    follows: createCounter(20, 3600, now),
  };
}
