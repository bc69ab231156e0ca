/** One measured line: ours beside a peer's in the same run, the ratio, and the goal it is held against. */
export type Result = {
  name: string;
  ours: number;
  peer?: number;
  unit: string;
  ratio?: number;
  /** `atMost` where less is better. */
  goal?: { atMost: number } | { atLeast: number };
  note?: string;
};

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

const number = (value: number | undefined): string => (value === undefined ? '' : value >= 100 ? value.toFixed(0) : value.toFixed(2));

/** Whether the measured figure (the ratio where there is a peer) meets the goal. */
export function meetsGoal({ ours, ratio, goal }: Result): boolean | undefined {
  if (!goal) return undefined;
  const figure = ratio ?? ours;
  return 'atMost' in goal ? figure <= goal.atMost : figure >= goal.atLeast;
}

/** The results as a Markdown table. */
export function asTable(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const goal = result.goal ? ('atMost' in result.goal ? `≤ ${result.goal.atMost}` : `≥ ${result.goal.atLeast}`) : '';
    const met = meetsGoal(result);
    return `| ${result.name} | ${number(result.ours)} | ${number(result.peer)} | ${result.unit} | ${number(result.ratio)} | ${goal} | ${met === undefined ? '' : met ? 'yes' : 'NO'} | ${result.note ?? ''} |`;
  });
  return ['| what | ours | peer | unit | ratio | goal | met | note |', '|---|---:|---:|---|---:|---|---|---|', ...rows].join('\n');
}
