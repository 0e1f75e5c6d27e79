/** What happened and what to do next; `null`, or no second one: as the error's code says. */
export type ToldWords = readonly [message: string | null, remedy?: string];

/** A text for one occasion. */
export type ToldText = (values: never) => ToldWords;

/** The same texts in another language. */
export type SameTold<All> = {
  readonly [Name in keyof All]: All[Name] extends (values: infer Values) => ToldWords
    ? (values: Values) => ToldWords
    : never;
};
