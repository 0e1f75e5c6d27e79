import type { ShapeOf } from '../define-texts.ts';
import type { environmentChoiceTexts } from '../en/environment-choice.ts';

export function environmentChoice(): ShapeOf<typeof environmentChoiceTexts> {
  return { none: 'Keine Umgebung' };
}
