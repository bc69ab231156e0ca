import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A browser for journeys: the one installed, else Debian's package where it may be installed. @throws saying what to install */
export const openBrowser = (more: string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: findBrowser() ?? installBrowser(),
    // Chromium's own sandbox refuses to run as root, which is what containers run tests as.
    args: [...(isRoot() ? ['--no-sandbox'] : []), ...more],
  });

const isRoot = (): boolean => process.getuid?.() === 0;

const findBrowser = (): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = [process.env['CHROME_PATH'] ?? '', ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
  return paths.find((path) => path !== '' && existsSync(path));
};

const installBrowser = (): string => {
  const wanted = 'Browser tests need Chromium or Chrome. On Debian: apt-get install chromium; elsewhere set CHROME_PATH to an installed one.';
  if (!isRoot() || spawnSync('apt-get', ['--version']).status !== 0) throw new Error(wanted);
  // Test files start side by side: the second waits for the first one's installation.
  const apt = (...args: string[]) =>
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', '-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
  } catch (error) {
    throw new Error(wanted, { cause: error });
  }
  const installed = findBrowser();
  if (installed === undefined) throw new Error(wanted);
  return installed;
};
