import { HttpProblem } from './http-problem.ts';

/**
 * A body of at most `limit` bytes. Counts while reading: a length that lies or is missing changes nothing, and the rest is
 * never read. @throws 413
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > limit) throw new HttpProblem(413, 'tooLarge');
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      void reader.cancel().catch(() => {});
      throw new HttpProblem(413, 'tooLarge');
    }
    parts.push(part.value);
  }
  return joined(parts, size);
}

function joined(parts: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
