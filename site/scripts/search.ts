/** The search page at work. The address holds the question, so that results can be kept, shared and gone back to. */
import { askPagefind, RESULTS_PER_PAGE, type Answer } from './ask-pagefind.ts';
import { spanOf, type Part } from './search-parts.ts';
import { asksAnything, readSearch, searchAddress, type SearchQuestion } from './search-question.ts';
import { resultRow } from './show-results.ts';

const element = <T extends HTMLElement>(id: string): T => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`#${id} is missing`);
  return found as T;
};

const form = element<HTMLFormElement>('search');
const field = element<HTMLInputElement>('q');
const filters = element<HTMLDetailsElement>('filters');
const selects = [...form.querySelectorAll<HTMLSelectElement>('select[data-filter]')];
const said = element('said');
const list = element<HTMLOListElement>('results');
const pager = element('pager');
const start = said.textContent;
let asked = 0;
/** What is shown or being looked for. */
let latest: SearchQuestion = { q: '', filters: {}, page: 1 };

const labelOf = (filter: string, value: string): string | undefined =>
  selects.find(({ id }) => id === filter)?.querySelector<HTMLOptionElement>(`option[value="${CSS.escape(value)}"]`)?.textContent ?? undefined;

const typed = (): SearchQuestion => ({
  q: field.value.trim(),
  filters: Object.fromEntries(selects.map(({ id, value }) => [id, value] as const).filter(([, value]) => value !== '')),
  page: 1,
});

function fill({ q, filters: chosen }: SearchQuestion): void {
  field.value = q;
  for (const select of selects) select.value = chosen[select.id as keyof typeof chosen] ?? '';
  filters.open ||= Object.keys(chosen).length > 0;
}

const show = (name: string, visible: boolean): void => {
  element(name).hidden = !visible;
};

const spanWords = form.dataset.span ?? '';

/** @param more also look into years that were left out */
async function search(question: SearchQuestion, more = false): Promise<void> {
  const turn = (asked += 1);
  latest = question;
  show('again', false);
  if (!asksAnything(question)) return present(question, undefined, start);
  said.textContent = form.dataset.searching ?? '';
  const isWanted = (): boolean => turn === asked;
  const tell = (soFar: Answer, next: Part[]): void => {
    if (!isWanted()) return;
    const text = filled(form.dataset.older, { n: String(soFar.total), years: spanOf(next, spanWords) });
    // What was found is shown at once; what may still come is added below or above it.
    if (soFar.total > 0) present(question, soFar, text);
    else said.textContent = text;
    show('older', false);
  };
  try {
    const answer = await askPagefind(question, more, { isWanted, tell });
    // A slower answer to an earlier question must not replace a later one.
    if (answer && isWanted()) present(question, answer, countText(question, answer));
  } catch {
    if (!isWanted()) return;
    present(question, undefined, form.dataset.failed ?? '');
    show('again', true);
  }
}

const filled = (text: string | undefined, values: Record<string, string>): string =>
  (text ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** Which years were not looked into, and the button that does so. */
function presentLeft({ asked: seen, left }: Answer): void {
  const years = { asked: spanOf(seen, spanWords), left: spanOf(left, spanWords) };
  element('left').textContent = filled(years.asked === '' ? form.dataset.leftAll : form.dataset.left, years);
  element('more').textContent = filled(form.dataset.more, years);
}

function countText({ page }: SearchQuestion, { total }: Answer): string {
  const last = Math.ceil(total / RESULTS_PER_PAGE);
  if (total === 0) return form.dataset.none ?? '';
  return filled(last > 1 ? form.dataset.countPage : form.dataset.count, { n: String(total), page: String(Math.min(page, last)), last: String(last) });
}

function present(question: SearchQuestion, answer: Answer | undefined, text: string): void {
  said.textContent = text;
  list.replaceChildren(...(answer?.results ?? []).map((result) => resultRow(result, labelOf)));
  list.start = (question.page - 1) * RESULTS_PER_PAGE + 1;
  const found = (answer?.results.length ?? 0) > 0;
  show('results', found);
  show('excerpt-note', found);
  show('nothing', answer?.total === 0);
  show('older', (answer?.left.length ?? 0) > 0);
  if (answer) presentLeft(answer);
  const last = Math.ceil((answer?.total ?? 0) / RESULTS_PER_PAGE);
  pager.hidden = last < 2;
  for (const link of pager.querySelectorAll('a')) {
    const page = question.page + (link.rel === 'prev' ? -1 : 1);
    link.hidden = page < 1 || page > last;
    link.href = searchAddress({ ...question, page });
  }
}

/** `add`: a step that the back button returns from; typing only changes the present one. */
function go(question: SearchQuestion, add: boolean): void {
  const address = searchAddress(question);
  if (add) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  void search(question);
}

element('more').addEventListener('click', () => {
  // The button may go with the last years: a keyboard goes on at the results.
  said.focus();
  void search(latest, true);
});
element('again').addEventListener('click', () => void search(latest));

let pause: ReturnType<typeof setTimeout> | undefined;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  go(typed(), true);
});
form.addEventListener('change', (event) => {
  if (event.target instanceof HTMLSelectElement) go(typed(), true);
});
// While a Chinese character is being composed, its letters are no question yet.
const soon = (event: Event): void => {
  clearTimeout(pause);
  if (!(event instanceof InputEvent && event.isComposing)) pause = setTimeout(() => go(typed(), false), 300);
};
field.addEventListener('input', soon);
field.addEventListener('compositionend', soon);
addEventListener('popstate', () => {
  const question = readSearch(new URLSearchParams(location.search));
  fill(question);
  void search(question);
});

filters.hidden = false;
const first = readSearch(new URLSearchParams(location.search));
fill(first);
if (asksAnything(first)) void search(first);
