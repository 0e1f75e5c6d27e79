import type { SelectOption } from '../ui/select.tsx';

const OFFERED_SECONDS = [10, 30, 60, 120, 300];

function label(seconds: number): string {
  if (seconds < 60 || seconds % 60 !== 0) return `After ${String(seconds)} seconds`;
  return seconds === 60 ? 'After 1 minute' : `After ${String(seconds / 60)} minutes`;
}

/** When a copied key may leave the clipboard: what is offered, and `current` seconds if it is another. */
export function clipboardOptions(current: number): readonly SelectOption<string>[] {
  return [...new Set([...OFFERED_SECONDS, current])]
    .sort((a, b) => a - b)
    .map((seconds) => ({ id: String(seconds), label: label(seconds) }));
}
