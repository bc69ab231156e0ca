/** The news (近期动态) as a file, `/data/news.json`: what functions, and anybody else, may know of what happened lately. */
import { z } from 'zod';

/** How far back it reaches. What is written down later than that is told to nobody, only shown. */
export const NEWS_DAYS = 60;

export const newsItem = z.object({
  id: z.string(),
  on: z.iso.date(),
  kind: z.string(),
  /** `kind:id` of the record that it is about, and its title and page. */
  ref: z.string(),
  title: z.string(),
  path: z.string(),
  label: z.string(),
  text: z.string(),
});

export const newsFile = z.object({ schemaVersion: z.literal(1), licence: z.string(), asOf: z.iso.date(), items: z.array(newsItem) });
export type NewsFile = z.infer<typeof newsFile>;
