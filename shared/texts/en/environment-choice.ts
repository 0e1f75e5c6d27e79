import { defineTexts } from '../define-texts.ts';

/** The choice of an environment. */
export const environmentChoiceTexts = defineTexts('environmentChoice', () => ({
  none: 'No environment',
}));
