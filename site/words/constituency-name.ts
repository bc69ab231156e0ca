/** Whether a constituency's name says its number already, as 城关第三选区 does. Names are records, in either script. */
export const holdsItsNumber = (name: string): boolean => /选区|選區/.test(name);
