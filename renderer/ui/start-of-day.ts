/** Midnight before it, in the person's time zone; epoch milliseconds. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
