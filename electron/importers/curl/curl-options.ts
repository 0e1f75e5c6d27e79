/** What a curl option means for a request; https://curl.se/docs/manpage.html */
export type CurlMeaning =
  | 'method'
  | 'header'
  | 'data'
  | 'data-raw'
  | 'data-binary'
  | 'data-urlencode'
  | 'json'
  | 'form'
  | 'form-string'
  | 'user'
  | 'user-agent'
  | 'referer'
  | 'cookie'
  | 'get'
  | 'head'
  | 'url'
  | 'url-query'
  | 'bearer'
  | 'digest'
  | 'ntlm'
  | 'basic'
  | 'left'
  | 'upload'
  | 'next'
  | 'proxy'
  | 'ignored';

interface CurlOption {
  readonly meaning: CurlMeaning;
  readonly hasValue: boolean;
}

const taking = (meaning: CurlMeaning): CurlOption => ({ meaning, hasValue: true });
const flag = (meaning: CurlMeaning): CurlOption => ({ meaning, hasValue: false });

const MEANT: ReadonlyMap<string, CurlOption> = new Map([
  ['request', taking('method')],
  ['header', taking('header')],
  ['data', taking('data')],
  ['data-ascii', taking('data')],
  ['data-raw', taking('data-raw')],
  ['data-binary', taking('data-binary')],
  ['data-urlencode', taking('data-urlencode')],
  ['json', taking('json')],
  ['form', taking('form')],
  ['form-string', taking('form-string')],
  ['user', taking('user')],
  ['user-agent', taking('user-agent')],
  ['referer', taking('referer')],
  ['cookie', taking('cookie')],
  ['get', flag('get')],
  ['head', flag('head')],
  ['url', taking('url')],
  ['url-query', taking('url-query')],
  ['oauth2-bearer', taking('bearer')],
  ['digest', flag('digest')],
  ['ntlm', flag('ntlm')],
  ['basic', flag('basic')],
  ['aws-sigv4', taking('left')],
  ['upload-file', taking('upload')],
  ['next', flag('next')],
  ['config', taking('left')],
  ['cert', taking('left')],
  ['key', taking('left')],
  ['cacert', taking('left')],
  ['netrc-file', taking('left')],
  ['proxy', taking('proxy')],
  ['proxy-user', taking('left')],
  ['proxy-header', taking('left')],
  ['insecure', flag('left')],
]);

/** Options that say how curl works, not what is sent. Those with a value must be known, or the value would be taken for a URL. */
const IGNORED_WITH_VALUE = new Set(
  (
    'output max-time connect-timeout retry retry-delay retry-max-time max-redirs resolve connect-to interface limit-rate ' +
    'dump-header write-out cookie-jar range ciphers tls-max tls13-ciphers cert-type key-type pass capath pinnedpubkey dns-servers ' +
    'doh-url local-port keepalive-time speed-limit speed-time stderr trace trace-ascii user-agent-file variable time-cond unix-socket ' +
    'abstract-unix-socket socks5 socks5-hostname socks4 socks4a preproxy proxy1.0 noproxy hsts alt-svc etag-save etag-compare ' +
    'output-dir rate continue-at max-filesize proto proto-default proto-redir crlfile curves expect100-timeout happy-eyeballs-timeout-ms ' +
    'engine delegation krb libcurl mail-auth mail-from mail-rcpt netrc-optional-file postquote prequote quote random-file egd-file ' +
    'request-target service-name telnet-option tftp-blksize login-options ftp-port ftp-account'
  ).split(' '),
);

const SHORT: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  F: 'form',
  u: 'user',
  A: 'user-agent',
  e: 'referer',
  b: 'cookie',
  G: 'get',
  I: 'head',
  T: 'upload-file',
  k: 'insecure',
  x: 'proxy',
  U: 'proxy-user',
  K: 'config',
  E: 'cert',
  ':': 'next',
  o: 'output',
  m: 'max-time',
  D: 'dump-header',
  w: 'write-out',
  c: 'cookie-jar',
  r: 'range',
  C: 'continue-at',
  y: 'speed-time',
  Y: 'speed-limit',
  z: 'time-cond',
  Q: 'quote',
  t: 'telnet-option',
  P: 'ftp-port',
  h: 'help',
};

export interface ReadOption {
  readonly name: string;
  readonly meaning: CurlMeaning;
  readonly value: string;
}

/** The options of one command in order; a word that is no option is a `url`. `words` without the `curl` itself. */
export function readCurlOptions(words: readonly string[]): readonly ReadOption[] {
  const read: ReadOption[] = [];
  let index = 0;
  const take = (): string => {
    index += 1;
    return words[index] ?? '';
  };
  for (; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word.startsWith('--') && word.length > 2) {
      const name = word.slice(2);
      const option = optionOf(name);
      read.push({ name: word, meaning: option.meaning, value: option.hasValue ? take() : '' });
    } else if (word.startsWith('-') && word.length > 1) {
      read.push(...shortOptions(word.slice(1), take));
    } else if (word !== '') {
      read.push({ name: '', meaning: 'url', value: word });
    }
  }
  return read;
}

/** `-sSLd text`, `-XPOST`: flags together, the last may take the rest of the word or the next word. */
function shortOptions(letters: string, take: () => string): readonly ReadOption[] {
  const read: ReadOption[] = [];
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters.charAt(at);
    const long = Object.hasOwn(SHORT, letter) ? SHORT[letter] : undefined;
    const option = long === undefined ? flag('ignored') : optionOf(long);
    if (!option.hasValue) {
      read.push({ name: `-${letter}`, meaning: option.meaning, value: '' });
      continue;
    }
    const rest = letters.slice(at + 1);
    read.push({ name: `-${letter}`, meaning: option.meaning, value: rest === '' ? take() : rest });
    break;
  }
  return read;
}

function optionOf(name: string): CurlOption {
  return MEANT.get(name) ?? (IGNORED_WITH_VALUE.has(name) ? taking('ignored') : flag('ignored'));
}
