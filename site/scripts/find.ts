/** The look-up at work: names come as they are typed. The address holds the question, so that it can be kept and gone back to. */
import type { Part } from '../../db/domain/find/entry.ts';
import { openNames } from '../../db/domain/find/look-up.ts';
import type { Plan } from '../../db/domain/find/plan.ts';
import { viewFound, type NameAnswer } from '../../db/domain/find/view.ts';
import { fill, foundRow, type FoundWords } from '../components/found.ts';
import { linkBelow, splitPath } from '../locales/prefixes.ts';
import { foundElement } from './show-found.ts';

type Said = 'start' | 'searching' | 'count' | 'countMore' | 'near' | 'none' | 'failed';

const element = <T extends HTMLElement>(id: string): T => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`#${id} is missing`);
  return found as T;
};

const form = element<HTMLFormElement>('find');
const field = element<HTMLInputElement>('find-q');
const said = element('said');
const list = element('found');
const plan = JSON.parse(form.dataset.plan ?? '') as Plan;
const words = JSON.parse(form.dataset.words ?? '') as FoundWords & Record<Said, string>;
/** The language of names, where the page speaks another one. */
const lang = form.dataset.lang === document.documentElement.lang ? undefined : form.dataset.lang;

const look = openNames(plan, async (file) => {
  const response = await fetch(`/find/names/${plan.folder}/${file}.json`);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return (await response.json()) as Part;
});

let turn = 0;
let hasFailed = false;

/** Looks a name up and shows it; undefined where there is no answer, or a later question has come. */
async function ask(q: string): Promise<NameAnswer | undefined> {
  const mine = (turn += 1);
  if (q === '') return present(undefined, words.start);
  if (said.textContent === '') said.textContent = words.searching;
  try {
    const answer = viewFound(await look(q));
    if (mine !== turn) return undefined;
    const n = answer.matches.length;
    return present(answer, fill(words[n === 0 ? 'none' : answer.near ? 'near' : answer.more ? 'countMore' : 'count'], { q, n }));
  } catch {
    // From now on the form goes to the server, as it does without script.
    hasFailed = true;
    return mine === turn ? present(undefined, words.failed) : undefined;
  }
}

function present(answer: NameAnswer | undefined, text: string): NameAnswer | undefined {
  said.textContent = text;
  list.replaceChildren(...(answer?.matches ?? []).map((match) => foundElement(foundRow(match, words), lang)));
  list.hidden = !answer || answer.matches.length === 0;
  element('nothing').hidden = !answer || (answer.matches.length > 0 && !answer.near);
  return answer;
}

const typed = (): string => field.value.trim();
const addressOf = (q: string): string => (q ? `?${new URLSearchParams({ q }).toString()}` : location.pathname);
const links = (): HTMLAnchorElement[] => [...list.querySelectorAll('a')];

let pause: ReturnType<typeof setTimeout> | undefined;
const soon = (event: Event): void => {
  clearTimeout(pause);
  // While a Chinese character is being composed, its letters are no question yet.
  if (event instanceof InputEvent && event.isComposing) return;
  pause = setTimeout(() => {
    history.replaceState(null, '', addressOf(typed()));
    void ask(typed());
  }, 120);
};
field.addEventListener('input', soon);
field.addEventListener('compositionend', soon);

/** Enter opens the one place that has exactly this name, else it leads into the list. */
async function submit(): Promise<void> {
  history.replaceState(null, '', addressOf(typed()));
  const answer = await ask(typed());
  if (answer?.only) location.assign(linkBelow(splitPath(location.pathname).prefix, answer.only));
  else links()[0]?.focus();
}
form.addEventListener('submit', (event) => {
  clearTimeout(pause);
  if (hasFailed) return;
  event.preventDefault();
  void submit();
});

form.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown' || event.isComposing || event.target !== field) return;
  event.preventDefault();
  links()[0]?.focus();
});
list.addEventListener('keydown', (event) => {
  const all = links();
  const at = all.findIndex((link) => link === document.activeElement);
  const to = new Map<string, HTMLElement | undefined>([
    ['ArrowDown', all[at + 1]],
    ['ArrowUp', all[at - 1] ?? field],
    ['Home', all[0]],
    ['End', all.at(-1)],
    ['Escape', field],
  ]);
  if (at === -1 || !to.has(event.key)) return;
  event.preventDefault();
  to.get(event.key)?.focus();
});

addEventListener('popstate', () => begin());
function begin(): void {
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  void ask(typed());
}
begin();
