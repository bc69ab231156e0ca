/**
 * What on the open page falls short of the norm for pages of large letters (GB/T 37668, MIIT 2021), by computed styles.
 * Runs in the browser: text of 18 pt (24 px) or more, titles of 22 pt (29.3 px) or more, lines 1.3 times as high,
 * things to press 60 px high or wide, nothing to push sideways. A link within a sentence is as high as its line.
 */
export function elderFaults(): string[] {
  const faults = new Set<string>();
  const name = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.trim().slice(0, 20)}”`;
  const isSeen = (element: Element): boolean =>
    element.checkVisibility() && element.getBoundingClientRect().width > 1 && !element.closest('.skip, .out-of-sight, svg');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element || !walker.currentNode.textContent?.trim() || /^(?:script|style|template|option)$/i.test(element.tagName) || !isSeen(element))
      continue;
    const { fontSize, lineHeight } = getComputedStyle(element);
    const size = Number.parseFloat(fontSize);
    const least = element.closest('h1, h2') ? 29.3 : 24;
    if (size < least) faults.add(`${name(element)}: letters of ${size} px`);
    if (Number.parseFloat(lineHeight) / size < 1.29) faults.add(`${name(element)}: lines of ${lineHeight} for ${size} px`);
  }
  for (const element of document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden])')) {
    if (!isSeen(element)) continue;
    const target = element.closest('label') ?? element;
    const inSentence =
      element.matches('p a, td a, dd a, li a') &&
      element.parentElement?.textContent?.trim() !== element.textContent?.trim() &&
      !element.matches('.button, nav *');
    if (!inSentence && target.getBoundingClientRect().height < 60)
      faults.add(`${name(element)}: ${Math.round(target.getBoundingClientRect().height)} px high`);
  }
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) faults.add(`${over} px wider than the screen`);
  return [...faults];
}
