/** What pages are told of the content (`virtual:frame` and its like), as pages made ahead have it: always of the open county. */
import type { Plan } from '../../db/domain/find/plan.ts';
import { lentFindPlan } from '../../db/records/lent.ts';
import { nameRoot } from '../../db/records/reads.ts';
import { choicesOf, type Choices } from './choices.ts';
import { oncePer, openCounty, type County } from './county.ts';
import { frameOf, type Frame } from './frame.ts';

export const frame = told<Frame>('frame', frameOf);
export const choices = told<Choices>('choices', (county) => choicesOf(county));
export const findPlan = told<Plan>('findPlan', lentFindPlan);

/** An object that reads like the present value; `name` is what publish finds the value by. */
function told<T extends object>(name: string, make: (county: County) => T): T {
  const present = oncePer(make);
  nameRoot(name, () => present(openCounty()));
  return new Proxy({} as T, {
    get: (_, key) => Reflect.get(present(openCounty()), key) as unknown,
    has: (_, key) => Reflect.has(present(openCounty()), key),
    ownKeys: () => Reflect.ownKeys(present(openCounty())),
    getOwnPropertyDescriptor: (_, key) => ({ ...Reflect.getOwnPropertyDescriptor(present(openCounty()), key), configurable: true }),
  });
}
