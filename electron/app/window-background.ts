/** The pages' colours before their style sheet is there: `--color-page` of the tokens. */
export const BACKGROUND = { light: '#fbfbfd', dark: '#141418' } as const;
