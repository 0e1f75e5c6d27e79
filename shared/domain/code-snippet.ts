import { z } from 'zod';

/** Languages and programs that a request can be written for, in the order in which they are offered. */
export const SNIPPET_LANGUAGES = [
  { id: 'shell-curl', label: 'cURL' },
  { id: 'powershell-restmethod', label: 'PowerShell' },
  { id: 'javascript-fetch', label: 'JavaScript, fetch' },
  { id: 'node-axios', label: 'Node, axios' },
  { id: 'python-requests', label: 'Python, requests' },
  { id: 'go-native', label: 'Go' },
  { id: 'java-httpclient', label: 'Java, HttpClient' },
  { id: 'csharp-httpclient', label: 'C#, HttpClient' },
  { id: 'php-guzzle', label: 'PHP, Guzzle' },
  { id: 'ruby-native', label: 'Ruby' },
] as const;

export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number]['id'];

export const snippetLanguageSchema = z.enum(SNIPPET_LANGUAGES.map(({ id }) => id));

/** A request as code. In the place of a secret it reads a variable of its surroundings. */
export const codeSnippetSchema = z.strictObject({
  code: z.string(),
  /** The variables that it takes secrets from, such as `KEYFOB_KEY`. */
  placeholders: z.array(z.string()).readonly(),
});
export type CodeSnippet = z.infer<typeof codeSnippetSchema>;
