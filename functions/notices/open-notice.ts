import { z } from 'zod';
import type { ActContext } from '../act-context.ts';
import { writeNotice, type WrittenNotice } from './write-notice.ts';

const sealedNotice = z.object({ to: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

/** Opens a notice and puts it into words. Undefined where key or template are not this site's any more. */
export async function openNotice(
  { keys, records, settings }: Pick<ActContext, 'keys' | 'records' | 'settings'>,
  { id, template, sealed }: { id: string; template: string; sealed: string },
): Promise<(WrittenNotice & { id: string; to: string }) | undefined> {
  const { release } = await records.current();
  try {
    const { to, params } = sealedNotice.parse(await keys.open(sealed, id));
    const written = writeNotice(template, { ...params, site: release.site.name, url: settings.siteUrl });
    return written && { ...written, id, to };
  } catch {
    return undefined;
  }
}
