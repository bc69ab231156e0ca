/** What a vote must stand: races, guessing, kills, tampering, a large turn-out. Some minutes; `BALLOT=race,kills` chooses. */
import { benchDurable, benchMany } from './ballot/durable.ts';
import { benchGenerator } from './ballot/generator.ts';
import { benchGuessing } from './ballot/guessing.ts';
import { benchKills } from './ballot/kills.ts';
import { benchRace } from './ballot/race.ts';
import { benchTampering } from './ballot/tampering.ts';
import { asTable, type Result } from './result.ts';

const TRIALS: Record<string, () => Promise<Result[]> | Result[]> = {
  generator: benchGenerator,
  guessing: benchGuessing,
  tampering: benchTampering,
  durable: benchDurable,
  many: benchMany,
  race: benchRace,
  kills: benchKills,
};

export async function benchBallot(): Promise<Result[]> {
  const chosen = process.env['BALLOT']?.split(',') ?? Object.keys(TRIALS);
  const results: Result[] = [];
  for (const [name, trial] of Object.entries(TRIALS)) {
    if (!chosen.includes(name)) continue;
    const found = await trial();
    // Told at once: a run that is cut off has not measured for nothing.
    console.log(asTable(found));
    results.push(...found);
  }
  return results;
}
