/** A touch screen goes back to the start after a minute without a touch: nobody should read on where another has left. */
const IDLE = 60_000;
/** Time to touch the screen and go on reading (WCAG 2.2.1 asks for 20 seconds). */
const NOTICE = 20_000;

const notice = document.querySelector<HTMLElement>('[data-idle]');
const text = notice?.querySelector('span');
const isStart = notice?.dataset['start'] === 'yes';
let touched = performance.now();

for (const kind of ['pointerdown', 'pointermove', 'touchmove', 'wheel', 'scroll', 'keydown'])
  addEventListener(
    kind,
    () => {
      touched = performance.now();
    },
    { capture: true, passive: true },
  );

function clear(): void {
  if (!isStart) location.replace('/kiosk/');
  scrollTo(0, 0);
  getSelection()?.removeAllRanges();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

setInterval(() => {
  const left = IDLE - (performance.now() - touched);
  if (text) text.hidden = isStart || left > NOTICE;
  if (left <= 0) clear();
}, 1000);

// A page that the browser kept for its back button belongs to whoever stood here before.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) touched = performance.now();
});

const back = document.querySelector<HTMLButtonElement>('[data-back]');
if (back && document.referrer.startsWith(`${location.origin}/kiosk/`)) {
  back.hidden = false;
  back.addEventListener('click', () => history.back());
}
