/** Makes photographs small on the device of who took them, and sends them with the receipt code: three, 300 kB each, pictures alone. */
const MOST = 3;
const BYTES = 300 * 1024;
/** Longer sides and qualities to try, the best first. */
const TRIES = [
  [1600, 0.8],
  [1600, 0.6],
  [1200, 0.6],
  [900, 0.5],
  [640, 0.4],
] as const;

const part = document.querySelector<HTMLElement>('[data-photos]');
const input = part?.querySelector<HTMLInputElement>('input[type="file"]');
const told = part?.querySelector<HTMLElement>('[role="status"]');
if (part && input && told && Number(part.dataset.photos) < MOST) {
  part.hidden = false;
  input.addEventListener('change', () => void sendAll(part, input, told));
}

async function sendAll(section: HTMLElement, field: HTMLInputElement, line: HTMLElement): Promise<void> {
  const files = [...(field.files ?? [])].slice(0, MOST - Number(section.dataset.photos));
  field.disabled = true;
  line.textContent = section.dataset.sending ?? '';
  try {
    for (const file of files) section.dataset.photos = String(await send(await smallJpeg(file), section.dataset.code ?? ''));
    line.textContent = (section.dataset.done ?? '').replace('{n}', section.dataset.photos ?? '');
  } catch {
    line.textContent = section.dataset.failed ?? '';
  }
  field.value = '';
  field.disabled = Number(section.dataset.photos) >= MOST;
}

/** The same picture as a JPEG that is small enough; the browser turns it the right way up. */
async function smallJpeg(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file);
  for (const [side, quality] of TRIES) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (jpeg && jpeg.size <= BYTES) return jpeg;
  }
  throw new Error('too large');
}

async function send(jpeg: Blob, code: string): Promise<number> {
  const headers = { 'content-type': 'image/jpeg', 'x-receipt-code': code };
  const answer = await fetch('/api/messages/photos', { method: 'POST', headers, body: jpeg });
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as { photos: number }).photos;
}
