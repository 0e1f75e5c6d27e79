import { KEY_SHAPE } from '../../requests/key-shapes.ts';

/** Keys of other issuers that tell by themselves what they are. Bounded, so that matching stays linear. */
const FOREIGN_SHAPE =
  /gh[pousr]_[0-9A-Za-z]{36,80}|github_pat_[0-9A-Za-z_]{50,100}|glpat-[0-9A-Za-z_-]{20,40}|sk_(?:live|test)_[0-9A-Za-z]{16,100}|sk-[0-9A-Za-z_-]{32,180}|xox[abprs]-[0-9A-Za-z-]{20,120}|AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{35}|(?<![0-9A-Za-z_-])eyJ[0-9A-Za-z_-]{10,4000}\.[0-9A-Za-z_-]{10,8000}\.[0-9A-Za-z_-]{10,2000}/;

/** Text that is a key by its shape alone, wherever it stands. */
export const SECRET_SHAPE = new RegExp(`${KEY_SHAPE.source}|${FOREIGN_SHAPE.source}`, 'g');

const TEMPLATES_ALONE = /^(?:\s{0,10}\{\{[^{}]{0,300}\}\})+\s{0,10}$/;
/** What documentation puts where a secret goes. */
const STAND_IN =
  /^(?:<[^<>]{0,100}>|\$[A-Za-z_]\w*|\[[\w -]{0,60}\]|string|null|undefined|true|false|(.)\1{2,})$/i;

/** Whether a text at a secret's place is none: empty, made of variables, or a stand-in. */
export function isNoSecret(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || TEMPLATES_ALONE.test(trimmed) || STAND_IN.test(trimmed);
}

/** The names of the variables in a text. */
export function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{([^{}]{1,200})\}\}/g)].map((match) => (match[1] ?? '').trim());
}
