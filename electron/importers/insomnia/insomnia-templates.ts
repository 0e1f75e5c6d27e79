import type { ImportNote } from '../importer.ts';
import { worded } from '../../told.ts';

const OWN_NAME = /\{\{[\s-]{0,10}_(?:\.([\w.$-]{1,200})|\[['"]([^'"\]{}]{1,200})['"]\])[\s-]{0,10}\}\}/g;
const BARE_NAME = /\{\{[\s-]{0,10}([\w.$-]{1,200})[\s-]{0,10}\}\}/g;
const TAG = /\{%[^%{}]{0,2000}%\}/;

/** Insomnia's `{{ _.name }}` as `{{name}}`. Its tags (`{% … %}`), which run code, stay as text and are named. */
export function plainTemplates(text: string, where: string, notes: ImportNote[]): string {
  if (TAG.test(text)) notes.push({ kind: 'changed', what: worded('importTemplateTag'), where });
  return text
    .replace(OWN_NAME, (_whole, dotted?: string, quoted?: string) => `{{${dotted ?? quoted ?? ''}}}`)
    .replace(BARE_NAME, '{{$1}}');
}
