/** Which numbers a pager shows: the first, the last and the nearest pages; undefined stands for a gap. */
export function pageNumbers(page: number, last: number): (number | undefined)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, last])].filter((number) => number >= 1 && number <= last).toSorted((a, b) => a - b);
  return shown.flatMap((number, index) => {
    const before = shown[index - 1] ?? 0;
    if (number === before + 2) return [number - 1, number];
    return number > before + 1 ? [undefined, number] : [number];
  });
}
