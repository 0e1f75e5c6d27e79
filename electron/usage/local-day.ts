/** The day in the time zone of this computer at this moment, as `2026-11-23`. `at` in epoch milliseconds. */
export function localDay(at: number): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The days up to that of `at`, oldest first. */
export function lastDays(at: number, count: number): readonly string[] {
  const date = new Date(at);
  // Noon exists on every day, also where the clock is set forward at midnight.
  return Array.from({ length: count }, (_, index) =>
    localDay(
      new Date(date.getFullYear(), date.getMonth(), date.getDate() - (count - 1 - index), 12).getTime(),
    ),
  );
}
