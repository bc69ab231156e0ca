import { ReleaseFaults } from './release-faults.ts';
import { releaseWords as words } from './words/release.ts';

const SHOWN = 50;

/** Runs a command; a refusal is printed as sentences, not as a stack, and ends it with status 1. */
export const runCommand = async (command: () => Promise<void>): Promise<void> => {
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof ReleaseFaults) {
      for (const fault of error.faults.slice(0, SHOWN)) console.error(fault);
      if (error.faults.length > SHOWN) console.error(words.more(error.faults.length - SHOWN));
      console.error(error.message);
    } else if (error instanceof Error && /^(?:DataDirLocked|SettingsError|CallRefused)$/.test(error.name)) console.error(error.message);
    else console.error(error);
  }
};
