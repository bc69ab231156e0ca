/** What functions may know of content: `/data/release.json` of the current release, and nothing else. */
import { DomainError } from '../db/domain/problem.ts';
import { releaseShape, type Release, type ReleasedItem } from '../db/domain/release.ts';

export type ReleaseRecords = { release: Release; find: (kind: string, id: string) => ReleasedItem | undefined };

export type Records = {
  /** Throws a DomainError `unavailable` while nothing is published. */
  current: () => Promise<ReleaseRecords>;
  /** Another JSON file of the release by its path, for example `find/names/plan.json`. Throws `unavailable` where there is none. */
  file: (path: string) => Promise<unknown>;
};

/**
 * Records over a source of the file's text; `version` tells cheaply whether it changed (a release id, a modification
 * time), so that a new release is seen without a restart.
 */
export function createRecords(source: {
  version: () => Promise<string>;
  text: () => Promise<string>;
  file?: (path: string) => Promise<string>;
}): Records {
  let kept: { version: string; records: ReleaseRecords } | undefined;
  return {
    async current() {
      try {
        const version = await source.version();
        if (kept?.version !== version) kept = { version, records: index(releaseShape.parse(JSON.parse(await source.text()))) };
        return kept.records;
      } catch {
        // A release half switched or unreadable: the one we know is still true.
        if (kept) return kept.records;
        throw new DomainError('unavailable', 'noRelease');
      }
    },
    async file(path) {
      try {
        return JSON.parse((await source.file?.(path)) ?? '') as unknown;
      } catch {
        throw new DomainError('unavailable', 'noRelease');
      }
    },
  };
}

function index(release: Release): ReleaseRecords {
  const byRef = new Map(release.items.map((item) => [`${item.kind}:${item.id}`, item]));
  return { release, find: (kind, id) => byRef.get(`${kind}:${id}`) };
}
