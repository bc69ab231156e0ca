/** What the app and its acts are given; nothing is taken from anywhere else. */
import type { Database } from '../db/remote.ts';
import type { Records } from './records.ts';
import type { Settings } from './settings.ts';
import type { Verification } from './verification.ts';
import { beijingDate } from '../db/domain/civil-date.ts';

export type Clock = { now: () => Date };

/** A line of the log. The keys are an allow-list: no bodies, secrets, names, contacts or query strings. */
export type LogEntry = {
  level: 'info' | 'warn' | 'error';
  event: string;
  requestId?: string;
  method?: string;
  route?: string;
  status?: number;
  milliseconds?: number;
  errorName?: string;
  errorCode?: string;
  stack?: string;
};

export type AppContext = {
  db: Database;
  records: Records;
  settings: Settings;
  clock: Clock;
  log: (entry: LogEntry) => void;
  /** A service that knows who people really are; none unless a place joins one. */
  verification?: Verification | undefined;
};

/** What a host hands over with a request. An in-process call of a page names the visitor's address itself. */
export type HostBindings = {
  clientAddress?: string;
  incoming?: { socket?: { remoteAddress?: string } };
};

export const systemClock: Clock = { now: () => new Date() };

/** Writes a line of JSON; on both hosts standard output is where logs are collected. */
export const logToConsole = (entry: LogEntry): void => console.log(JSON.stringify({ at: new Date().toISOString(), ...entry }));

/** Today's civil date in Beijing, or the day that HUIYIN_TODAY sets. */
export const today = (context: Pick<AppContext, 'clock' | 'settings'>): string => context.settings.today ?? beijingDate(context.clock.now());
