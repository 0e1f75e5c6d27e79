import { defineTexts } from '../define-texts.ts';

/** The choice of the one environment that requests and runs use. */
export const environmentChoiceTexts = defineTexts('environmentChoice', () => ({
  none: 'No environment',
}));
