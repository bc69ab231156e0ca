/** The attributes that join an input to its hint and its fault, for people who do not see them beside each other. */
export function fieldAttributes(id: string, { hint, fault }: { hint?: string | undefined; fault?: string | undefined }) {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return { id, name: id, 'aria-describedby': described || undefined, 'aria-invalid': fault ? ('true' as const) : undefined };
}
