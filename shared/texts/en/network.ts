import { defineTexts } from '../define-texts.ts';

/** Settings, Network. */
export const networkTexts = defineTexts('network', () => ({
  title: 'Network',
  trustSystem: 'Trust the system’s authorities',
  trustSystemDescription: 'Beside those that come with Keyfob: what your computer, or your company, trusts.',
  authorities: 'Further authorities',
  authoritiesDescription: 'A file of certificates (PEM) that are trusted too. It is read when it is used.',
  removeFile: 'Remove the file',
  chooseAFile: 'Choose a file…',
  unchecked: 'Keys go there even when a request says that its certificate is not to be checked.',
  withholdAgain: 'Withhold again',
  withholdAgainFrom: (origin: string) => `Withhold keys from ${origin} again`,
  proxy: {
    title: 'Proxy',
    description:
      'It learns the name of an https server, and never a key. What goes to this computer takes none.',
    kinds: { system: 'As the system says', manual: 'This one', none: 'None' },
    address: 'Address',
    addressDescription: 'http, https or socks5, with its port.',
    userName: 'User name',
    password: 'Password',
    passwordDescription: 'Kept sealed, like your keys.',
    exceptions: 'No proxy for',
    exceptionsDescription: 'Names with all names under them, separated by commas.',
    use: 'Use this proxy',
  },
  certificates: {
    title: 'Client certificates',
    description:
      'For servers that ask who you are by TLS. The files stay where they are; a passphrase is kept sealed, like your keys.',
    add: 'Add a client certificate…',
    addTitle: 'Add a client certificate',
    files: (names: readonly string[]) => `Client certificate: ${names.join(', ')}`,
    passphraseForgotten: 'Add it again: its passphrase was forgotten.',
    remove: 'Remove',
    removeFor: (origin: string) => `Remove the client certificate for ${origin}`,
    kind: 'Kind',
    kinds: { pfx: 'One file (PFX, PKCS #12)', pem: 'Certificate and private key (PEM)' },
    chooseFile: 'Choose the file…',
    chooseFiles: 'Choose the files…',
    origin: 'Origin',
    originDescription: 'The certificate is shown to this server alone.',
    passphrase: 'Passphrase',
    passphraseDescription: 'Of the file or the private key; empty where there is none.',
  },
}));
