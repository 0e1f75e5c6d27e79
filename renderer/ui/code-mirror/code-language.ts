import type { Extension } from '@codemirror/state';
import { assertNever } from '../../../shared/domain/assert-never.ts';

export type CodeLanguage = 'json' | 'xml' | 'html' | 'text';

/** Loads the grammar of a language; each is a chunk of its own. */
export async function loadLanguage(language: CodeLanguage): Promise<Extension> {
  switch (language) {
    case 'json':
      return (await import('@codemirror/lang-json')).json();
    case 'xml':
      return (await import('@codemirror/lang-xml')).xml();
    case 'html':
      return (await import('@codemirror/lang-html')).html();
    case 'text':
      return [];
    default:
      return assertNever(language);
  }
}
