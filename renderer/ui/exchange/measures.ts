/** 980 -> "980 B", 4300 -> "4.3 KB": decimal units, as the network counts. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${String(Math.round(bytes))} B`;
  const [unit, size] =
    bytes < 999_500 ? ['KB', bytes / 1_000] : bytes < 999_500_000 ? ['MB', bytes / 1e6] : ['GB', bytes / 1e9];
  return `${size < 99.95 ? size.toFixed(1) : size.toFixed(0)} ${unit}`;
}

/** Milliseconds -> "0.4 ms", "31 ms", "1.24 s", "2 min 5 s". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1) return milliseconds <= 0 ? '0 ms' : `${Math.max(0.1, milliseconds).toFixed(1)} ms`;
  if (milliseconds < 999.5) return `${milliseconds.toFixed(0)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1_000).toFixed(milliseconds < 9_995 ? 2 : 1)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}
