/** What the frame of every page says, on-demand pages included: baked in at build, so that a server needs no content folder. */
import type { Site } from '../../db/domain/site.ts';
import type { County } from './county.ts';

export type Frame = Pick<
  Site,
  | 'name'
  | 'place'
  | 'operator'
  | 'footer'
  | 'press'
  | 'licence'
  | 'sample'
  | 'recordLanguage'
  | 'answerTargetDays'
  | 'canDo'
  | 'cannotDo'
  | 'elsewhere'
> & {
  slogan: string | undefined;
  ratingWithUnknown: boolean;
  /** Whether the county has written a privacy notice, `pages/privacy.md`. */
  privacyPage: boolean;
  /** Whether this host sends mail, so that something can be followed. */
  follow: boolean;
  asOf: string;
};

export function frameOf({ site, today, records }: County): Frame {
  const { ratingScale, name, place, slogan, operator, footer, press, licence, sample, recordLanguage, answerTargetDays, canDo, cannotDo, elsewhere } =
    site;
  return {
    ratingWithUnknown: ratingScale.withUnknown,
    privacyPage: records.pages.has('privacy'),
    follow: Boolean(process.env.MAIL_URL),
    name,
    place,
    slogan,
    operator,
    footer,
    press,
    licence,
    sample,
    recordLanguage,
    answerTargetDays,
    canDo,
    cannotDo,
    elsewhere,
    asOf: today,
  };
}
