import type { German } from './de/german.ts';
import type { Formats } from './formats.ts';

/** The name of a part of the catalogue. One that German does not have does not compile. */
export type TextsName = keyof German['parts'];

/** The English texts of a part, with the name under which the other languages have theirs. */
export interface Texts<Shape> {
  readonly name: TextsName;
  readonly english: (formats: Formats) => Shape;
}

/** What another language must have for a part: the same texts with the same parameters, none less and none more. */
export type ShapeOf<Part> = Part extends Texts<infer Shape> ? Shape : never;

export function defineTexts<Shape>(name: TextsName, english: (formats: Formats) => Shape): Texts<Shape> {
  return { name, english };
}
