import { defineTexts, type ShapeOf } from '../define-texts.ts';

/** The editor of a request, what comes of sending it, and the pane of collections. */
export const requestsTexts = defineTexts('requests', (f) => ({
  about: {
    nothing: 'Nothing is said about this request.',
    edit: 'Edit description',
    kept: 'Kept in the file',
    description: 'Description',
    save: 'Save description',
  },
  common: {
    cancel: 'Cancel',
    key: 'Key',
    tryAgain: 'Try again',
  },
  auth: {
    choices: {
      automatic: {
        label: 'Automatic',
        description: 'The default key of the service whose origins hold the address.',
      },
      key: { label: 'A certain key', description: 'It still goes only to the origins of its service.' },
      none: { label: 'No key', description: 'Keyfob adds nothing.' },
    },
    inherited: 'Inherited',
    label: 'API key',
    fileAsks: (what: string) =>
      `The file asks for ${what}. Another choice here takes its place when it is saved.`,
    named: (name: string) =>
      `The collection asks for the key “${name}”. Keyfob has none, or several, of this name: choose one before you send.`,
    keyGone: 'This key no longer exists',
    expiring: 'Expires soon',
    expired: 'Expired',
    disabled: 'Disabled',
  },
  files: {
    theBody: 'the body',
    binaryNote:
      'Read from the disk while it is sent, of any size. Its content type is that of its name, unless a header says another.',
    choose: 'Choose a file',
    another: 'Choose another',
    for: (label: string, which: string) => `${label} for ${which}`,
    notChosen: 'Named by the collection; not read until you choose it here',
    template: 'Its path holds a variable, which is not filled in: choose the file itself',
    unreadable: 'Gone, or not readable',
    /** Of hosts. */
    goesTo: (hosts: string) => `May go to ${hosts}`,
    origins: (which: string) => `Where the file for ${which} may go`,
    takeBack: (origin: string) => `Take back ${origin}`,
    takeBackNote: 'The next request that sends the file there asks.',
  },
  body: {
    kinds: {
      none: 'None',
      json: 'JSON',
      xml: 'XML',
      text: 'Text',
      form: 'Form',
      multipart: 'Multipart',
      binary: 'File',
      graphql: 'GraphQL',
    },
    textKinds: { text: 'Plain text', html: 'HTML', javascript: 'JavaScript' },
    text: 'Text',
    type: 'Body type',
    kept: 'As in the file',
    textKind: 'Kind of text',
    format: 'Format',
    safeMethod: 'Servers rarely read a body with this method.',
    none: 'This request has no body.',
    fields: 'Form fields',
    keptNote: (mode: string) =>
      `This body is of the kind “${mode}”, which Keyfob does not send. It stays as it is in its file.`,
    label: 'Request body',
    example: '{ "name": "value" }',
  },
  pane: {
    serviceOf: (collection: string) => `Service of {{baseUrl}} in ${collection}`,
    chooseService: 'Choose…',
    collections: 'Collections',
    title: 'Requests',
    newCollection: 'New collection',
    search: 'Search collections',
    recent: 'Recent',
    failed: 'failed',
  },
  destination: {
    withoutValue: (names: string, count: number) =>
      `${names} ${f.plural(count, { one: 'has', other: 'have' })} no value.`,
    hint: 'The key is added by itself when its service is called.',
    notServedNote: 'The Local API answers 404 to this. Choose Postman as the service of the collection.',
    notServed: 'Not served by the Local API',
    withheld: (message: string) => `Key withheld: ${message}`,
    noKey: 'No key',
  },
  graphql: {
    operation: 'Operation',
    operationLabel: 'GraphQL operation',
    operationChoose: 'Choose which is sent',
    operationNone: 'Not needed',
    operationGone: 'Not in the query',
    queryExample: 'query {\n  viewer { id }\n}',
    query: 'GraphQL query',
    variables: 'Variables',
    variablesLabel: 'GraphQL variables',
    variablesExample: '{ "id": 1 }',
  },
  injected: {
    locked: 'Locked: added by Keyfob',
    none: 'No key added',
    noneNote: (message: string) => `No key will be added. ${message}`,
    withheld: 'Withheld',
  },
  json: {
    valid: 'Valid JSON',
    place: (line: number, column: number) => `Line ${f.number(line)}, column ${f.number(column)}`,
  },
  parts: {
    kinds: { text: 'Text', file: 'File' },
    label: 'Form parts',
    kind: 'Kind',
    contentType: 'Content type',
    byName: 'By the name',
    noType: 'None',
  },
  params: {
    asTyped: 'Sent as typed, before these parameters:',
    moveHere: 'Move it here',
    label: 'Query parameters',
  },
  pathVariables: {
    label: 'Path variables',
    one: 'Path variable',
    valueOf: (name: string) => `Value of path variable ${name}`,
    empty: 'Empty',
    sentAs: (name: string) => `Sent as :${name}`,
  },
  bar: {
    urlExample: 'https://api.example.com/path or {{baseUrl}}/me',
    method: 'Method',
    send: 'Send',
  },
  editor: {
    request: 'Request',
    parts: 'Parts of the request',
    about: 'About',
    params: 'Params',
    headers: 'Headers',
    headersLabel: 'Request headers',
    body: 'Body',
    auth: 'Auth',
    settings: 'Settings',
    split: 'Size of request and response',
  },
  response: {
    label: 'Response',
    ctrl: 'Ctrl',
    empty: 'The response will be shown here, with every hop it took.',
    enter: 'Enter',
    sends: 'sends',
    sendAnyway: 'Send anyway',
    show: 'Show it',
  },
  rows: {
    notText: 'A row holds what a line of text cannot; it is edited here.',
    asTable: 'Edit as a table',
    asText: 'Edit as text',
    textLabel: (label: string) => `${label} as text`,
    keyNote: 'Keyfob adds the key’s header by itself.',
  },
  progress: {
    sending: 'Sending…',
    connecting: (hops: number) => `Connecting…${hopText(hops)}`,
    uploading: (bytes: number, all: number, hops: number) =>
      `Sending: ${f.bytes(bytes)} of ${f.bytes(all)}${hopText(hops)}`,
    waiting: (hops: number) => `Waiting for the response…${hopText(hops)}`,
    receiving: (bytes: number, all: number | null, hops: number) =>
      `Receiving: ${f.bytes(bytes)}${all === null ? '' : ` of ${f.bytes(all)}`}${hopText(hops)}`,
    cancelling: 'Cancelling…',
    stopAndKeep: 'Stop and keep',
  },
  settings: {
    versions: { auto: 'HTTP/2, else HTTP/1.1', http1: 'HTTP/1.1 only', http2: 'HTTP/2 only' },
    proxies: { app: 'As Settings, Network, says', none: 'None', other: 'Another one' },
    followRedirects: 'Follow redirects',
    verify: 'Check the server’s certificate',
    unverified:
      'Anybody on the way could be this server. Its key is withheld, and the Timeline says what was not checked.',
    version: 'HTTP version',
    versionNote: 'Chosen with the server while TLS is set up. Plain http is always HTTP/1.1.',
    proxy: 'Proxy',
    proxyNote: 'What goes to this computer takes none in any case. “None” is for this tab, and is not saved.',
    proxyAddress: 'Address of the proxy',
    proxyAddressNote:
      'http, https or socks5, with its port. You are asked before a collection’s requests use it.',
    timeout: 'Timeout in milliseconds',
    timeoutNote: 'For the whole request with its redirects. At most an hour.',
    timeoutProblem: 'Type a whole number from 1 to 3600000',
    redirects: 'Most redirects',
    redirectsNote: 'At each one it is decided anew whether the key may go along.',
    redirectsProblem: 'Type a whole number from 0 to 50',
  },
  title: {
    newRequest: 'New request',
    edited: 'Edited',
    reset: 'Reset',
    saveCopy: 'Save a copy',
    save: 'Save',
  },
  remedies: {
    allowed: 'Keys may go there now. Send the request again.',
    keychainOpen: 'The keychain is open again',
    another: 'Choose another key',
    toKeys: 'Go to API keys',
    retryKeychain: 'Try the keychain again',
    removeTyped: (headerName: string) => `Remove the typed ${headerName}`,
    checkCertificate: 'Check the certificate',
    allow: 'Allow keys there…',
    https: 'Use https',
  },
  withheld: {
    title: 'The request was not sent: its key was withheld',
    from: 'Withheld from',
    sendWithout: 'Send without the key',
  },
}));

/** Which hop it is, after the first. */
function hopText(hops: number): string {
  return hops > 1 ? ` (hop ${String(hops)})` : '';
}

export type RequestsTexts = ShapeOf<typeof requestsTexts>;
