import type { ShapeOf } from '../../shared/texts/define-texts.ts';
import type { shellTexts } from '../../shared/texts/en/shell.ts';
import type { SelectOption } from '../ui/select.tsx';

const OFFERED_SECONDS = [10, 30, 60, 120, 300];

/** When a copied key may leave the clipboard: what is offered, and `current` seconds if it is another. */
export function clipboardOptions(
  current: number,
  { clearsAfter }: Pick<ShapeOf<typeof shellTexts>, 'clearsAfter'>,
): readonly SelectOption<string>[] {
  return [...new Set([...OFFERED_SECONDS, current])]
    .sort((a, b) => a - b)
    .map((seconds) => ({ id: String(seconds), label: clearsAfter(seconds) }));
}
