/** The fixed forms of all secrets, made for being looked for in one pass over a long text. */
export interface FormIndex<Pattern> {
  /** Tells every place at which a form of a secret stands; places may overlap and come in no order. */
  find(text: string, onMatch: (pattern: Pattern, start: number, end: number) => void): void;
}

interface Form<Pattern> {
  readonly text: string;
  readonly pattern: Pattern;
}

/** Shorter forms are looked for one by one: the pass would make short steps because of them. */
const SHORTEST_IN_PASS = 16;
/** What a step is kept in. */
const LONGEST_WINDOW = 255;
const HASHES = 0x10000;

/**
 * Wu and Manber's search ("A fast algorithm for multi-pattern searching", 1994): the three characters at the end of a window say how
 * far it may move without passing over the beginning of any form, which is nearly its whole length in most texts.
 */
export function formIndex<Pattern extends { readonly forms: readonly string[] }>(
  patterns: Iterable<Pattern>,
): FormIndex<Pattern> {
  const forms = [...patterns].flatMap((pattern) => pattern.forms.map((text) => ({ text, pattern })));
  const short = forms.filter(({ text }) => text.length < SHORTEST_IN_PASS);
  const pass = onePass(forms.filter(({ text }) => text.length >= SHORTEST_IN_PASS));
  return {
    find(text, onMatch) {
      for (const { text: form, pattern } of short) {
        for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1))
          onMatch(pattern, at, at + form.length);
      }
      pass(text, onMatch);
    },
  };
}

function onePass<Pattern>(forms: readonly Form<Pattern>[]): FormIndex<Pattern>['find'] {
  if (forms.length === 0) return () => undefined;
  const window = Math.min(LONGEST_WINDOW, ...forms.map(({ text }) => text.length));
  const steps = new Uint8Array(HASHES).fill(window - 2);
  const ending = new Map<number, Form<Pattern>[]>();
  for (const form of forms) {
    for (let last = 2; last < window; last += 1) {
      const hash = hashAt(form.text, last);
      steps[hash] = Math.min(steps[hash] ?? 0, window - 1 - last);
    }
    const hash = hashAt(form.text, window - 1);
    const known = ending.get(hash);
    if (known === undefined) ending.set(hash, [form]);
    else known.push(form);
  }
  return (text, onMatch) => {
    for (let last = window - 1; last < text.length;) {
      const hash = hashAt(text, last);
      const step = steps[hash] ?? 0;
      if (step > 0) {
        last += step;
        continue;
      }
      const start = last - window + 1;
      for (const { text: form, pattern } of ending.get(hash) ?? [])
        if (text.startsWith(form, start)) onMatch(pattern, start, start + form.length);
      last += 1;
    }
  };
}

/** Of the three characters that end here. */
function hashAt(text: string, last: number): number {
  return (
    ((text.charCodeAt(last - 2) << 10) ^ (text.charCodeAt(last - 1) << 5) ^ text.charCodeAt(last)) &
    (HASHES - 1)
  );
}
