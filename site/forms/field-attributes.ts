/** The attributes that join an input to its hint and its fault, for people who do not see them beside each other. `name` where the id is taken. */
export function fieldAttributes(id: string, { hint, fault }: { hint?: string | undefined; fault?: string | undefined }, name = id) {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return { id, name, 'aria-describedby': described || undefined, 'aria-invalid': fault ? ('true' as const) : undefined };
}
