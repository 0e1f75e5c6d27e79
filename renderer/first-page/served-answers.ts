import { FIRST_PAGE_ANSWERS_ID, type FirstPageAnswers } from '../../shared/contract/first-page.ts';

/** What the page was drawn of; null where none was drawn. */
export function servedAnswers(): FirstPageAnswers | null {
  const text = document.getElementById(FIRST_PAGE_ANSWERS_ID)?.textContent;
  // What the main process wrote into its own page, with the schemas that it answers a command by.
  return text === undefined ? null : (JSON.parse(text) as FirstPageAnswers);
}
