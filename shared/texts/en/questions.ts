import { defineTexts } from '../define-texts.ts';

const PARAGRAPH = '\n\n';

/** What is asked outside the window, so that no page can answer. Names and origins come cut to a length. */
export const questionsTexts = defineTexts('questions', (f) => {
  const listed = (origins: readonly string[], text: string) => `${origins.join('\n')}${PARAGRAPH}${text}`;
  return {
    cancel: 'Cancel',
    allow: 'Allow',
    browser: {
      title: 'Open in the browser',
      message: (host: string) => `Open ${host} in your browser?`,
      agree: 'Open',
    },
    whereKeysMayGo: 'Where keys may go',
    whereAKeyMayGo: 'Where a key may go',
    widening: {
      message: (service: string, count: number) =>
        `Allow the keys of “${service}” to be sent to ${f.plural(count, { one: 'another origin', other: 'other origins' })}?`,
      detail: (origins: readonly string[]) =>
        listed(origins, 'Every key of this service can then be sent there.'),
    },
    importedKey: {
      message: (key: string, count: number) =>
        `Allow the imported key “${key}” to be sent to ${f.plural(count, { one: 'this origin', other: 'these origins' })}?`,
      detail: (origins: readonly string[]) => listed(origins, 'The imported files do not use it there.'),
    },
    unchecked: {
      message: 'Send keys to this origin although its certificate is not checked?',
      detail: (origin: string) =>
        listed(
          [origin],
          'Anybody on the way could be this server, and take the key. Settings, Network, takes this back.',
        ),
    },
    keyOrigin: {
      message: (key: string, service: string) =>
        `Allow the key “${key}” of “${service}” to be sent to another origin?`,
      detail: (origin: string) =>
        listed([origin], 'Only this key can then be sent there, and whoever runs it can use the key.'),
    },
    variable: {
      title: 'Where a secret may go',
      message: (name: string, count: number) =>
        `Allow the secret variable “${name}” to be sent to ${f.plural(count, { one: 'this origin', other: 'these origins' })}?`,
      detail: (origins: readonly string[]) =>
        listed(
          origins,
          `Whoever runs ${f.plural(origins.length, { one: 'it', other: 'them' })} can use its value.`,
        ),
    },
    file: {
      title: 'Where a file may go',
      message: (name: string) => `Send the file “${name}” to this origin?`,
      detail: (origin: string, path: string) =>
        listed(
          [`${origin}${PARAGRAPH}${path}`],
          'A request that names this file sends it there. Whoever runs it can read the file.',
        ),
      agree: 'Send',
    },
  };
});
