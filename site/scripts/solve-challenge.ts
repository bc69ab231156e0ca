/** Does the proof of work for a form (ALTCHA) as soon as its writer begins; without it the form still works, only slower to be read. */
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/sha';

const field = document.querySelector<HTMLInputElement>('input[name="challenge"]');
const told = document.querySelector<HTMLElement>('[data-challenge]');
const form = field?.form;

if (field && told && form) {
  // Before the last look at a letter the first solution may have grown old; here there is time for a new one.
  if (form.dataset.solveNow !== undefined) void solve(field, told);
  else form.addEventListener('focusin', () => void solve(field, told), { once: true });
}

async function solve(input: HTMLInputElement, line: HTMLElement): Promise<void> {
  try {
    line.textContent = line.dataset.working ?? '';
    const response = await fetch('/api/challenge');
    if (!response.ok) throw new Error(String(response.status));
    const challenge = (await response.json()) as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    input.value = btoa(JSON.stringify({ challenge, solution }));
    line.textContent = line.dataset.done ?? '';
  } catch {
    line.textContent = line.dataset.without ?? '';
  }
}
