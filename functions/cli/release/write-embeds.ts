import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { daysBetween } from '../../../db/domain/civil-date.ts';
import { workingDays } from '../../../db/domain/calendar.ts';
import { proposalFacts, type ProposalFacts } from '../../../db/domain/proposal-facts.ts';
import type { Proposal } from '../../../db/domain/proposal.ts';
import { find, repliesByProposal, type Records } from '../../../db/domain/records.ts';
import { embedWords as words } from '../../words/embed.ts';

/**
 * Writes `proposals/ID/embed/index.html`, a card of one proposal for other sites to frame (functions/headers.ts lets them),
 * and the style sheet of the cards.
 * Not pages of Astro: a county has thousands, they are alike, and each would take as long as a whole page.
 */
export const writeEmbeds = (client: string, records: Records, siteUrl: string, today: string): number => {
  const replies = repliesByProposal(records);
  const days = workingDays([...records.calendars.values()]);
  copyFileSync(join(import.meta.dirname, 'assets/embed.css'), join(client, 'embed.css'));
  let written = 0;
  for (const proposal of records.proposals.values()) {
    const place = join(client, 'proposals', proposal.id);
    if (!existsSync(join(place, 'index.html'))) continue;
    const facts = proposalFacts(proposal, replies.get(proposal.id) ?? [], records.site.deadlines, days, today);
    mkdirSync(join(place, 'embed'), { recursive: true });
    writeFileSync(join(place, 'embed', 'index.html'), cardOf(records, proposal, facts, siteUrl, today));
    written += 1;
  }
  return written;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function cardOf(records: Records, { id, title, number }: Proposal, facts: ProposalFacts, siteUrl: string, today: string): string {
  const { site } = records;
  const page = `${siteUrl}/proposals/${id}/`;
  const late = facts.flags.includes('overdue');
  const units = facts.units.flatMap((unit) => find(records, 'units', unit)?.shortName ?? []);
  const labels = [
    `<b class="${late ? 'late' : facts.firstReplyOn ? 'answered' : 'open'}">${words.state[facts.state]}</b>`,
    ...(facts.result ? [`<span>${words.result[facts.result.class]}</span>`] : []),
  ];
  const due = facts.due?.due;
  const when = due ? (late ? words.late(due, daysBetween(due, today)) : words.due(due)) : facts.firstReplyOn && words.replied(facts.firstReplyOn);
  return `<!DOCTYPE html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(words.title(title))}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${page}">
<link rel="stylesheet" href="/embed.css">
</head>
<body>
<main>
<p class="soft">${escaped(words.kind(number))}${site.sample ? ` · ${words.sample}` : ''}</p>
<h1><a href="${page}" target="_blank" rel="noopener">${escaped(title)}</a></h1>
<p>${labels.join(' ')}</p>
${when ? `<p${late ? ' class="late"' : ''}>${when}</p>\n` : ''}${units.length > 0 ? `<p>${escaped(words.units(units))}</p>\n` : ''}<p class="soft"><a href="${page}" target="_blank" rel="noopener">${words.open}</a> · ${escaped(words.asOf(site.name, today))}</p>
</main>
</body>
</html>
`;
}
