import type { SnippetLanguage } from '../../shared/domain/code-snippet.ts';
import type { SnippetRequest } from './snippet-text.ts';
import { curl, powerShell } from './write-shell.ts';
import { axios, csharp, fetchCall, go, java, php, python, ruby } from './write-program.ts';

const WRITERS: Readonly<Record<SnippetLanguage, (request: SnippetRequest) => string>> = {
  'shell-curl': curl,
  'powershell-restmethod': powerShell,
  'javascript-fetch': fetchCall,
  'node-axios': axios,
  'python-requests': python,
  'go-native': go,
  'java-httpclient': java,
  'csharp-httpclient': csharp,
  'php-guzzle': php,
  'ruby-native': ruby,
};

/**
 * The request in a language. Whoever wrote the request may mean harm to whoever runs the code (an imported file): every text of it, be it
 * method, URL, header or body, stands in the code through `string-literals.ts` alone.
 */
export function writeSnippet(request: SnippetRequest, language: SnippetLanguage): string {
  return WRITERS[language](request);
}
