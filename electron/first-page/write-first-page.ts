import {
  FIRST_PAGE_ANSWERS_ID,
  type DrawnPage,
  type FirstPageAnswers,
} from '../../shared/contract/first-page.ts';

/** Where the built `first-page.html` is filled (scripts/build/first-page-template.ts). */
const HEAD = '<!--first-page-head-->';
const ROOT = '<!--first-page-root-->';
const NONCE = '{first-page-nonce}';
const HTML = '<html lang="en">';

export interface FirstPageParts {
  /** The built `first-page.html`. */
  readonly template: string;
  readonly drawn: DrawnPage;
  readonly answers: FirstPageAnswers;
  /** Of this response's policy. */
  readonly nonce: string;
}

/** The page with what was drawn and what it was drawn of. Null when the template is not the one that it was written for. */
export function writeFirstPage({ template, drawn, answers, nonce }: FirstPageParts): string | null {
  const places = [HTML, NONCE, HEAD, ROOT].map((place) => template.split(place));
  if (places.some((parts) => parts.length !== 2)) return null;
  const { theme } = answers['preferences.get'];
  // Functions, since `$&` and the like in a key's name would be a pattern of the replacement.
  return template
    .replace(HTML, () => `<html lang="${drawn.language}" data-theme="${theme}">`)
    .replace(NONCE, () => nonce)
    .replace(
      HEAD,
      () =>
        `<style nonce="${nonce}">${drawn.css}</style>` +
        `<script type="application/json" id="${FIRST_PAGE_ANSWERS_ID}">${jsonInHtml(answers)}</script>`,
    )
    .replace(ROOT, () => drawn.markup);
}

/** Without the one character by which a script element could end, or a comment in it begin. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
