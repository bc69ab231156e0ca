/** What the frame of every page says, on-demand pages included: baked in at build, so that a server needs no content folder. */
import type { Site } from '../../db/domain/site.ts';
import type { County } from './county.ts';

export type Frame = Pick<Site, 'name' | 'place' | 'operator' | 'footer' | 'licence' | 'sample' | 'recordLanguage' | 'answerTargetDays' | 'canDo' | 'cannotDo' | 'elsewhere'> & {
  slogan: string | undefined;
  asOf: string;
};

export function frameOf({ site, today }: County): Frame {
  const { name, place, slogan, operator, footer, licence, sample, recordLanguage, answerTargetDays, canDo, cannotDo, elsewhere } = site;
  return { name, place, slogan, operator, footer, licence, sample, recordLanguage, answerTargetDays, canDo, cannotDo, elsewhere, asOf: today };
}
