/** How a language writes a number with so many digits after its decimal sign. */
export type FixedNumber = (value: number, digits: number) => string;

/** 980 -> "980 B", 4300 -> "4.3 KB": decimal units, as the network counts. */
export function bytesText(bytes: number, fixed: FixedNumber): string {
  if (bytes < 1_000) return `${fixed(bytes, 0)} B`;
  const [unit, size] =
    bytes < 999_500 ? ['KB', bytes / 1_000] : bytes < 999_500_000 ? ['MB', bytes / 1e6] : ['GB', bytes / 1e9];
  return `${fixed(size, size < 99.95 ? 1 : 0)} ${unit}`;
}

/** Milliseconds -> "0.4 ms", "31 ms", "1.24 s", "2 min 5 s". */
export function durationText(milliseconds: number, fixed: FixedNumber): string {
  if (milliseconds <= 0) return '0 ms';
  if (milliseconds < 1) return `${fixed(Math.max(0.1, milliseconds), 1)} ms`;
  if (milliseconds < 999.5) return `${fixed(milliseconds, 0)} ms`;
  if (milliseconds < 59_950) return `${fixed(milliseconds / 1_000, milliseconds < 9_995 ? 2 : 1)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return `${fixed(Math.floor(seconds / 60), 0)} min ${fixed(seconds % 60, 0)} s`;
}
