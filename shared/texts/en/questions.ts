import { defineTexts, type ShapeOf } from '../define-texts.ts';

const PARAGRAPH = '\n\n';

/** What is asked outside the window, so that no page can answer. Names and origins come cut to a length. */
export const questionsTexts = defineTexts('questions', (f) => {
  const listed = (origins: readonly string[], text: string) => `${origins.join('\n')}${PARAGRAPH}${text}`;
  return {
    files: {
      save: {
        collection: 'Export the collection',
        environment: 'Export the environment',
        har: 'Save as HAR',
        activity: 'Export activity',
        everything: 'Export keys and services',
        response: 'Save the response',
        run: 'Export the run',
        'team-keys': 'Export team keys',
        'recovery-kit': 'Save the recovery kit',
      },
      open: {
        'collections-folder': 'Folder of the collections',
        'scan-folder': 'Scan a folder for your keys',
        'scan-file': 'Scan a file for your keys',
        'import-folder': 'Import a folder',
        'import-file': 'Import a file',
        everything: 'Restore an export',
        authorities: 'Choose a file with authorities (PEM)',
        'certificate-pfx': 'Choose the certificate (PFX, PKCS #12)',
        'certificate-pem': 'Choose the certificate (PEM)',
        'certificate-key': 'Choose its private key (PEM)',
        'file-to-send': 'Choose a file to send',
        'recovery-kit': 'Open a recovery kit',
      },
      sendTo: (origin: string) => `Choose a file to send to ${origin}`,
      kinds: {
        collection: 'Postman collection',
        environment: 'Postman environment',
        har: 'HTTP archive',
        everything: 'Keyfob export',
        response: 'Response',
        junit: 'JUnit XML',
        json: 'JSON',
        csv: 'CSV',
        html: 'HTML',
        'recovery-kit': 'Recovery kit',
      },
    },
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
    proxy: {
      title: 'Through whom a request goes',
      message: 'Send requests of this collection through the proxy that they name?',
      detail: (address: string, origin: string) =>
        listed(
          [`${address}${PARAGRAPH}${origin}`],
          'It may have come with the collection’s file. It learns which servers are asked, and reads everything that goes over plain http. Settings, Network, takes this back.',
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

export type QuestionsTexts = ShapeOf<typeof questionsTexts>;
