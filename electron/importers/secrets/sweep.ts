import { maskOf } from '../../../shared/domain/api-key.ts';
import { isJsonList, isJsonObject, type Json } from '../json-value.ts';
import { LEAD, type FoundSecret, type SecretCollector } from './found-secrets.ts';
import { SECRET_SHAPE } from './secret-shapes.ts';

/**
 * The document without anything that is a secret: every place where one that was found stands once more (a script, a description, a
 * saved response), as it is or percent-encoded, and everything else that a key's shape tells.
 */
export function sweepDocument(document: Json, place: string, collector: SecretCollector): Json {
  const formsByLead = formsOf(collector.found());
  const change = (text: string): string => {
    if (text.length < LEAD) return text;
    const shaped = text.replace(SECRET_SHAPE, (shape) =>
      collector.token(shape, { kind: 'text', label: 'text', place, headerName: null, origins: [] }),
    );
    return formsByLead.size === 0 ? shaped : replaceForms(shaped, formsByLead);
  };
  return mapTexts(document, change);
}

/** A text for the person, such as a request's name, without the secrets that were found. */
export function textSweeper(found: readonly FoundSecret[]): (text: string) => string {
  const formsByLead = formsOf(found.map((each) => ({ ...each, token: each.mask })));
  return (text) => replaceForms(text, formsByLead).replace(SECRET_SHAPE, (shape) => maskOf(shape));
}

/** Names of fields too: a JSON body that was parsed may have keys of any kind. */
function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (isJsonList(value)) return value.map((item) => mapTexts(item, change));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [change(name), mapTexts(item, change)]),
  );
}

interface Form {
  readonly text: string;
  readonly token: string;
}

function formsOf(found: readonly FoundSecret[]): ReadonlyMap<string, readonly Form[]> {
  const byLead = new Map<string, Form[]>();
  for (const { secret, token } of found) {
    const base64 = Buffer.from(secret, 'utf8').toString('base64').replaceAll('=', '');
    for (const text of new Set([secret, encodeURIComponent(secret.toWellFormed()), base64])) {
      if (text.length < LEAD) continue;
      const forms = byLead.get(text.slice(0, LEAD)) ?? [];
      forms.push({ text, token });
      forms.sort((a, b) => b.text.length - a.text.length);
      byLead.set(text.slice(0, LEAD), forms);
    }
  }
  return byLead;
}

/** One pass over the text, however many secrets there are. */
function replaceForms(text: string, formsByLead: ReadonlyMap<string, readonly Form[]>): string {
  const parts: string[] = [];
  let kept = 0;
  for (let start = 0; start + LEAD <= text.length; start += 1) {
    const form = formsByLead
      .get(text.slice(start, start + LEAD))
      ?.find((each) => text.startsWith(each.text, start));
    if (form === undefined) continue;
    parts.push(text.slice(kept, start), form.token);
    start += form.text.length - 1;
    kept = start + 1;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(kept);
}
