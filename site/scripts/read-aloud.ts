/** Reads the text of the page aloud, sentence by sentence: some voices stop in the middle of long texts. */
const button = document.querySelector<HTMLButtonElement>('[data-read-aloud]');
const voiceOf = (): SpeechSynthesisVoice | undefined => speechSynthesis.getVoices().find(({ lang }) => /^(?:zh|cmn)/i.test(lang));

if (button && 'speechSynthesis' in window) {
  const { stop = '' } = button.dataset;
  const start = button.textContent;
  let reading = false;
  const show = (on: boolean): void => {
    reading = on;
    button.textContent = on ? stop : start;
  };
  // Voices come late in some browsers.
  const offer = (): void => void (button.hidden = voiceOf() === undefined);
  offer();
  speechSynthesis.addEventListener('voiceschanged', offer);
  addEventListener('pagehide', () => speechSynthesis.cancel());

  button.addEventListener('click', () => {
    speechSynthesis.cancel();
    if (reading) return show(false);
    const sentences = textToRead(button).match(/[^。！？；\n]+[。！？；]?/g) ?? [];
    const spoken = sentences.map((sentence) =>
      Object.assign(new SpeechSynthesisUtterance(sentence), { lang: 'zh-CN', voice: voiceOf() ?? null, rate: 0.9 }),
    );
    spoken.at(-1)?.addEventListener('end', () => show(false));
    show(spoken.length > 0);
    for (const utterance of spoken) speechSynthesis.speak(utterance);
  });
}

/** What stands after the button in the main part of the page; lists of links in navigation are not read. */
function textToRead(button: HTMLButtonElement): string {
  const parts = button.closest('main')?.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, dt, dd, td, figcaption') ?? [];
  return [...parts]
    .filter((part) => !part.closest('nav, .buttons, .no-print') && !part.querySelector('p, li, dd'))
    .map((part) => part.innerText.trim())
    .filter(Boolean)
    .join('\n');
}
