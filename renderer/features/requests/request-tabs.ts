export type RequestTab = 'params' | 'headers' | 'body' | 'auth' | 'keep' | 'settings' | 'about';

/** The tab that holds what an error is about, by the error's dotted path; `null` when it is about something else. */
export function tabOfField(field: string | undefined): RequestTab | null {
  const part = field?.split('.', 1)[0];
  switch (part) {
    case 'params':
    case 'headers':
    case 'body':
    case 'settings':
      return part;
    case 'keyChoice':
      return 'auth';
    default:
      return null;
  }
}
