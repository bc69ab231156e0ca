import { releaseWords as words } from './words/release.ts';

/** What stops a release or a server, as sentences that say what to do. */
export class ReleaseFaults extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[], summary = words.faults(faults.length)) {
    super(summary);
    this.name = 'ReleaseFaults';
    this.faults = faults;
  }
}
