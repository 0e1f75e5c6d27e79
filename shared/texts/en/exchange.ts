import type { AppErrorCode } from '../../domain/app-error.ts';
import { defineTexts, type ShapeOf } from '../define-texts.ts';

/** An exchange: its response, its body in every way to look at it, and the timeline of its hops. */
export const exchangeTexts = defineTexts('exchange', (f) => ({
  views: { pretty: 'Pretty', tree: 'Tree', preview: 'Preview', raw: 'Raw', hex: 'Hex' },
  ends: {
    stopped: 'Stopped: this is what came until then.',
    broken: 'The connection ended in the middle: this is what came until then.',
  },
  verifications: {
    checked: 'Yes: an authority that is trusted here vouches for the server',
    'not-asked': 'No, as the request says; it would have been accepted',
    failed: 'No, as the request says; it would have been refused',
  },
  /** Two words for how a request failed, for a tag. */
  failures: {
    'key-withheld': 'Key withheld',
    cancelled: 'Cancelled',
    'timed-out': 'Timed out',
    'connection-refused': 'Refused',
    'connection-reset': 'Reset',
    'host-not-found': 'No such host',
    'tls-failed': 'Bad certificate',
    'too-many-redirects': 'Redirects',
    'redirect-refused': 'Bad redirect',
  } satisfies Partial<Record<AppErrorCode, string>>,
  failed: 'Failed',
  phases: {
    dns: 'DNS',
    connect: 'Connect',
    tls: 'TLS',
    firstByte: 'First byte',
    download: 'Download',
  },
  noImage: {
    loaded: 'This is not the image that its type says, or it is damaged. See its bytes, or save it.',
    'too-large': 'The image is too large to be shown here. Save it to look at it.',
    gone: 'The whole image is no longer kept. Send the request again to see it.',
  },
  compare: {
    earlier: 'Earlier response',
    this: 'This response',
    equal: 'The responses are equal.',
    /** `$`: how many. */
    unchanged: '$ unchanged lines',
    equalSoFar: 'As far as they are compared, the responses are equal.',
    partly: 'Of long bodies the beginning alone is compared.',
    looking: 'Looking for earlier responses',
    none: 'This request was not sent before to the same address.',
    with: 'Compare with',
    noResponse: 'no response',
    sides: 'Earlier on the left, this response on the right',
    comparing: 'Comparing',
    failed: (message: string) => `No response: ${message}\n`,
  },
  body: {
    none: 'The response has no body.',
    gone: (bytes: number) => `The body of ${f.bytes(bytes)} is no longer kept.`,
    view: 'View',
    binary: 'Binary',
    pdf: 'PDF documents are not shown here. Save the response to read it.',
    save: 'Save response…',
    noWrap: 'Do not wrap lines',
    wrap: 'Wrap lines',
    search: 'Search',
    searchKeys: 'Search (Ctrl/Cmd+F)',
    label: 'Response body',
    masked: 'Masked: the response holds a key or a secret value, which is hidden here.',
    cutOff: (shown: number, all: number) =>
      `Cut off: the first ${f.bytes(shown)} of ${f.bytes(all)} are shown.`,
  },
  connection: {
    title: 'Connection',
    notChecked: 'Certificate not checked',
    ofHop: (number: number) => `Connection of hop ${f.number(number)}`,
    viaProxy: 'through a proxy',
    reused: 'reused',
    proxyAddress: 'Proxy’s address',
    protocol: 'Protocol',
    server: 'Server',
    from: 'From',
    proxy: 'Proxy',
    made: 'Made',
    reusedFact: 'For a request before; used again',
    new: 'For this request',
    validity: (from: number, to: number) => `${f.date(from)} to ${f.date(to)}`,
    certificateFor: 'Certificate for',
    issuedBy: 'Issued by',
    valid: 'Valid',
    checked: 'Checked',
  },
  cookies: {
    title: 'Cookies',
    domain: 'Domain',
    path: 'Path',
    expires: 'Expires',
    flags: 'Flags',
    hide: (name: string) => `Hide the value of ${name}`,
    show: (name: string) => `Show the value of ${name}`,
    thisHost: 'This host',
    defaultPath: 'Default',
    session: 'Session',
    after: (maxAge: string) => `after ${maxAge} s`,
    noFlags: 'None',
  },
  common: {
    name: 'Name',
    value: 'Value',
    response: 'Response',
    noResponse: 'No response',
  },
  events: {
    title: 'Events',
    waiting: 'The stream is open. No event came yet.',
    none: 'No event came.',
    message: 'message',
    newest: (shown: number, all: number) =>
      `The newest ${f.number(shown)} of ${f.number(all)} events are listed.`,
    event: (number: number) => `Event ${f.number(number)}`,
    id: (id: string) => `id ${id}`,
    cut: 'cut off',
    data: 'Data of the event',
    receiving: (count: number) =>
      `Receiving · ${f.plural(count, { one: '1 event', other: `${f.number(count)} events` })}`,
  },
  /** As of events, for streams that are made of lines. */
  lines: {
    title: 'Lines',
    waiting: 'The stream is open. No line came yet.',
    none: 'No line came.',
    newest: (shown: number, all: number) =>
      `The newest ${f.number(shown)} of ${f.number(all)} lines are listed.`,
    event: (number: number) => `Line ${f.number(number)}`,
    cut: 'cut off',
    data: 'Text of the line',
    receiving: (count: number) =>
      `Receiving · ${f.plural(count, { one: '1 line', other: `${f.number(count)} lines` })}`,
    leftOut: 'Lines before it were left out, as they came faster than they can be read.',
  },
  timeline: {
    title: 'Timeline',
    total: 'Total',
    hop: (number: number) => `Hop ${f.number(number)}`,
    otherOrigin: 'Other origin',
    dropped: 'Not carried on to this origin:',
    redirected: 'Redirected to',
    notSent: 'Not sent',
    ofHop: (title: string, number: number) => `${title} of hop ${f.number(number)}`,
    none: 'There is no hop to show.',
    hops: 'Hops',
  },
  tabs: {
    label: 'Response views',
    body: 'Body',
    headers: 'Headers',
    compare: 'Compare',
    onTheWire: (bytes: number) => `${f.bytes(bytes)} on the wire`,
    time: 'Time of all hops',
    size: 'Size of the body',
  },
  headers: {
    response: 'Response headers',
    masked: 'Masked',
    request: 'Request headers',
  },
  hex: {
    before: 'Before',
    after: 'After',
    part: (part: number, parts: number, bytes: number) =>
      `Part ${f.number(part)} of ${f.number(parts)}, ${f.bytes(bytes)} each`,
    label: 'Response bytes',
  },
  html: {
    note: 'A still picture of the page: no script runs, no link leads anywhere, and nothing is fetched.',
    title: 'HTML preview',
  },
  image: {
    caption: (type: string, size: string) => `${type} · ${size} pixels`,
    loading: 'Loading the image',
  },
  json: {
    filter: 'Filter (JSONPath)',
    filterHint: '$.items[?@.id > 1].name',
    search: 'Search the tree',
    previous: 'Previous match',
    next: 'Next match',
    copyValue: 'Copy value',
    copyPath: 'Copy path',
    nothing: 'Nothing matches the filter.',
    tree: 'Response tree',
    found: (listed: number, total: number) => {
      const matches = f.plural(total, { one: '1 match', other: `${f.number(total)} matches` });
      if (listed === total) return matches;
      return listed === 0
        ? `${matches}, too large to show`
        : `${matches}, the first ${f.number(listed)} shown`;
    },
    filtering: 'Filtering…',
    cancel: 'Cancel',
    tooLarge: 'The response is too large to be filtered. Save it, and filter it with another tool.',
    tooMuch: 'The path asks for too much of this response, so it was stopped. Make it narrower.',
    cancelled: 'Stopped. Press Enter to filter again.',
    notJson: 'The response is not valid JSON, so it cannot be filtered.',
    /** What is wrong with a JSONPath, and at which character, where that is known. */
    invalid: (message: string, at: number | null) =>
      at === null ? `${message}.` : `${message}, at character ${f.number(at)}.`,
    names: (count: number) => f.plural(count, { one: '1 name', other: `${f.number(count)} names` }),
    items: (count: number) => f.plural(count, { one: '1 item', other: `${f.number(count)} items` }),
    count: (count: number) => f.number(count),
    atLeast: (count: number) => `${f.number(count)}+`,
    noMatch: 'No match',
    place: (at: number, all: string) => `${f.number(at)} of ${all}`,
  },
  live: {
    stopping: 'Stopping…',
    stop: 'Stop',
    stopAndKeep: 'Stop and keep',
    follow: 'Follow the end',
  },
  signing: {
    sent: 'Key sent',
    willBeSent: 'Key will be sent',
    to: 'to',
    withheld: 'Key withheld',
    willBeWithheld: 'Key will be withheld',
    from: 'from',
    none: 'No key sent',
    willBeNone: 'No key will be sent',
  },
}));

export type ExchangeTexts = ShapeOf<typeof exchangeTexts>;
