/** What the offline worker says. */
import type { Words } from '../words.ts';

export const offline: Words['offline'] = {
  title: 'You are offline',
  lead: 'This page cannot be loaded just now. Deputies, cards and contact stations that you looked at before can still be read.',
  kept: 'Kept on this device',
  none: 'None yet. Open your deputy’s page once while online, and it can be read offline later.',
  telephone: 'You can also telephone',
  copy: 'You are offline or the network is slow. This is the copy kept on {date}.',
};
