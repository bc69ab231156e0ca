/** The seats of a term, constituency by constituency or electoral unit by electoral unit: who fills them, and which are empty. */
import type { Constituency } from '../../db/domain/constituency.ts';
import type { Term } from '../../db/domain/term.ts';
import { splitRef } from '../../db/domain/record-fields.ts';
import { constituenciesByTerm } from './constituencies.ts';
import { oncePer, type County } from './county.ts';
import { mandatesByConstituency, mandatesByElectoralUnit, mandatesByTerm, type MandateFacts } from './mandates.ts';

export type SeatState = 'inOffice' | 'suspended' | 'elected' | 'vacant';
export type SeatGroup = {
  /** Of a constituency its record, of an electoral unit its name; neither where old records do not say who elected. */
  constituency?: Constituency;
  unit?: string;
  held: MandateFacts[];
  /** One for each seat: filled ones first. */
  seats: SeatState[];
};

/** The seats of a constituency. */
export const seatGroupOf = (county: County, constituency: Constituency): SeatGroup => ({
  constituency,
  ...seatsOfGroup(constituency.seats, mandatesByConstituency(county).get(constituency.id) ?? []),
});

/** All groups of a term, in the order of the numbers; groups with more deputies than seats show them all. */
export function seatGroups(county: County, term: Term): SeatGroup[] {
  const units = (unitsByTerm(county).get(term.id) ?? []).map((unit) => ({
    unit: unit.name,
    ...seatsOfGroup(unit.seats, mandatesByElectoralUnit(county).get(unit.id) ?? []),
  }));
  const nobodyKnows = (mandatesByTerm(county).get(term.id) ?? []).filter(({ constituency, electoralUnit }) => !constituency && !electoralUnit);
  const rest = seatsOfGroup(0, nobodyKnows);
  return [
    ...(constituenciesByTerm(county).get(term.id) ?? []).map((constituency) => seatGroupOf(county, constituency)),
    ...units,
    ...(rest.seats.length > 0 ? [rest] : []),
  ];
}

const unitsByTerm = oncePer(({ records }) => Map.groupBy(records['electoral-units'].values(), ({ term }) => splitRef(term).id));

function seatsOfGroup(seats: number, all: readonly MandateFacts[]): Pick<SeatGroup, 'held' | 'seats'> {
  const held = all.filter(({ seated }) => seated);
  const filled = held.map(({ status }): SeatState => (status.status === 'suspended' || status.status === 'elected' ? status.status : 'inOffice'));
  const vacant = Array.from({ length: Math.max(0, seats - held.length) }, (): SeatState => 'vacant');
  return { held, seats: [...filled.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)), ...vacant] };
}

const ORDER: readonly SeatState[] = ['inOffice', 'suspended', 'elected', 'vacant'];

/** How many seats of each state, states that do not occur left out. */
export const countSeats = (seats: readonly SeatState[]): { state: SeatState; count: number }[] =>
  ORDER.map((state) => ({ state, count: seats.filter((seat) => seat === state).length })).filter(({ count }) => count > 0);
