/**
 * While somebody writes: the draft is kept on this device until it was sent, and personal data is pointed out. The draft
 * holds what was written, never name or contact: the device may be shared.
 */
import { findPersonalData } from '../../db/domain/personal-data/find.ts';

const KEY = 'message-draft';
const DAYS = 14;
const FIELDS = ['title', 'text'] as const;
type Draft = { to: string; at: number; title: string; text: string };

/** A browser may forbid to keep things; then nothing is kept. */
const store = {
  get(): Draft | undefined {
    try {
      const draft = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Draft | null;
      return draft && Date.now() - draft.at < DAYS * 86_400_000 ? draft : undefined;
    } catch {
      return undefined;
    }
  },
  set(draft: Draft | undefined): void {
    try {
      if (draft) localStorage.setItem(KEY, JSON.stringify(draft));
      else localStorage.removeItem(KEY);
    } catch {}
  },
};

const form = document.querySelector<HTMLFormElement>('form[data-draft]');
if (document.querySelector('[data-draft-sent]')) store.set(undefined);
if (form) begin(form);

function begin(writing: HTMLFormElement): void {
  const field = (name: string) => writing.elements.namedItem(name) as HTMLInputElement;
  const restored = writing.querySelector<HTMLElement>('[data-draft-restored]');
  const found = writing.querySelector<HTMLElement>('[data-found]');
  const kinds = JSON.parse(found?.dataset.kinds ?? '{}') as Record<string, string>;
  const draft = store.get();

  function point(): void {
    if (!found) return;
    const names = new Set(FIELDS.flatMap((name) => findPersonalData(field(name).value)).map(({ kind }) => kinds[kind] ?? kind));
    found.textContent = names.size > 0 ? (found.dataset.found ?? '').replace('{kinds}', [...names].join(found.dataset.joint)) : '';
  }

  if (draft?.to === field('to').value && FIELDS.every((name) => field(name).value === '')) {
    for (const name of FIELDS) field(name).value = draft[name];
    if (restored) restored.hidden = false;
  }
  restored?.querySelector('button')?.addEventListener('click', () => {
    store.set(undefined);
    for (const name of FIELDS) field(name).value = '';
    restored.hidden = true;
    point();
    field('title').focus();
  });

  let pause: ReturnType<typeof setTimeout> | undefined;
  writing.addEventListener('input', (event) => {
    if (!FIELDS.includes((event.target as HTMLInputElement).name as 'text')) return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      const [title, text] = [field('title').value, field('text').value];
      store.set(title || text ? { to: field('to').value, at: Date.now(), title, text } : undefined);
      point();
    }, 400);
  });
  point();
}
