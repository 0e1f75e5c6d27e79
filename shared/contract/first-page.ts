import { LOCAL_SERVICE_ID } from '../domain/service.ts';
import type { KeyListSort } from '../domain/key-list.ts';
import type { CommandArgument, CommandName, CommandOutput } from './contract.ts';

/** How the start page sorts its keys before a person chooses. */
export const FIRST_SORT: KeyListSort = { column: 'created', direction: 'descending' };

/** What the start page asks for at a time of its keys. */
export const KEY_STEP = 50;
export const KEY_WINDOW = 3 * KEY_STEP;

const question = <Name extends CommandName>(command: Name, input: CommandArgument<Name>) =>
  ({ command, input }) as const;

/** What the start page asks when it is first shown. The main process asks the same for a page that it draws. */
export const firstPageQuestions = [
  question('app.getState', {}),
  question('preferences.get', {}),
  question('keys.page', { search: '', sort: FIRST_SORT, offset: 0, limit: KEY_WINDOW, placeOf: null }),
  question('keys.countAttention', {}),
  question('services.list', {}),
  question('profiles.list', {}),
  question('accessKeys.list', { serviceId: LOCAL_SERVICE_ID }),
  question('keys.listInEnvironment', {}),
] as const;

export type FirstPageCommand = (typeof firstPageQuestions)[number]['command'];

/** What the window would be told at this moment. */
export type FirstPageAnswers = { readonly [Command in FirstPageCommand]: CommandOutput<Command> };

/** The element of a drawn page that holds them, as JSON. */
export const FIRST_PAGE_ANSWERS_ID = 'first-page-answers';

/** What a drawn page is made of. */
export interface FirstPageOrder {
  readonly answers: FirstPageAnswers;
  /** The page's `navigator.languages`. */
  readonly languages: readonly string[];
  /** Of the window's content, in CSS pixels. */
  readonly height: number;
}

/** The page before its code has run. */
export interface DrawnPage {
  readonly markup: string;
  /** The rules of the elements' own styles: a style attribute would be inline, which the policy forbids. */
  readonly css: string;
  readonly language: string;
}

/** What the build makes of `renderer/first-page`, for the thread that draws. */
export interface FirstPageDrawing {
  readonly drawFirstPage: (order: FirstPageOrder) => DrawnPage;
}
