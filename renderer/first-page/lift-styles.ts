export interface LiftedStyles {
  readonly markup: string;
  readonly css: string;
}

/** Text and values are escaped in what React writes, so a quotation mark is a value's end and nothing else. */
const ATTRIBUTE = / (?<name>[^\s=<>"'/]+)="(?<value>[^"]*)"/g;
/** What a declaration of ours is written with; an escaped character is none of them. */
const PLAIN = /^[\w\s.,:;%()+*/-]*$/;

/**
 * Takes the style attributes out of markup that React wrote and makes rules of them. `root` selects what the markup is put into, with
 * enough weight to come before the style sheet's own rules. Throws for a style that is not plain.
 */
export function liftStyles(written: string, root: string): LiftedStyles {
  const rules = new Map<string, number>();
  const markup = written.replaceAll(ATTRIBUTE, (attribute, name: string, value: string) => {
    if (name !== 'style') return attribute;
    if (!PLAIN.test(value)) throw new Error('A style of the first page is not plain');
    const number = rules.get(value) ?? rules.size;
    rules.set(value, number);
    return ` data-style="${String(number)}"`;
  });
  const css = [...rules]
    .map(([style, number]) => `${root} [data-style="${String(number)}"]{${style}}`)
    .join('');
  return { markup, css };
}
