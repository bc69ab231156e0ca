/** Council records as published by a volunteer project: what the two JSON files of a folder hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const proposal = z.object({
  proposed_by: z.array(z.string()),
  petitioned_by: z.array(z.string()),
  abstract: z.string(),
  category: z.string(),
  bill_no: z.number(),
  resolusion_sitting: z.string(),
  motions: z.array(z.object({ motion: z.string(), resolution: z.string().nullable(), date: z.string().nullable() })),
  execution: z.string().nullable(),
  methods: z.string().nullable(),
  type: z.string(),
});
export type SourceProposal = z.infer<typeof proposal>;

const councillor = z.object({
  name: z.string(),
  gender: z.string(),
  party: z.string(),
  constituency: z.string(),
  district: z.string(),
  county: z.string(),
  term_start: z.string(),
  term_end: z.object({ date: z.string() }),
  experience: z.array(z.string()),
  platform: z.array(z.string()),
});
export type SourceCouncillor = z.infer<typeof councillor>;

export type Source = { proposals: SourceProposal[]; councillors: SourceCouncillor[] };

/** Reads `proposals.json` and `councillors.json`; throws where a key is missing, so that nothing is lost by a change of form. */
export function readSource(dir: string): Source {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(dir, name), 'utf8'));
  return { proposals: z.array(proposal).parse(read('proposals.json')), councillors: z.array(councillor).parse(read('councillors.json')) };
}

/** `第16屆 第5次 定期大會` → term 16, sitting 5, regular. Throws where a sitting is written in any other way. */
export function parseSitting(text: string): { term: number; sitting: number; regular: boolean } {
  const match = /^第(\d+)屆\s*第(\d+)次\s*(定期|臨時)大會$/.exec(text.trim());
  if (!match) throw new Error(`sitting not understood: ${text}`);
  return { term: Number(match[1]), sitting: Number(match[2]), regular: match[3] === '定期' };
}
