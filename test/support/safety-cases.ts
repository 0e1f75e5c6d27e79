/**
 * What Keyfob promises, case by case: the case, then what is expected. A test says with `holds` which of them it holds; a case that
 * no test holds, and a test of a case that is not here, fail `npm test`.
 */
export const safetyCases = {
  'confinement.canary': 'a marked key through the whole app → in no file, message, page, heap or process',
  'confinement.permissions': 'files and folders that Keyfob makes → 0600 and 0700',
  'confinement.one-reveal': 'a second reveal, also after a reload or a restart → refused',
  'confinement.listing': 'listing 10,000 keys → opens no secret; the keychain is read once a start',
  'confinement.markup': 'markup, javascript: links and template tags in names, headers, answers → text',
  'confinement.failures': 'every forced failure → an error without the secret, however it is printed',
  'confinement.keychain-errors': 'a keychain that throws → its text goes nowhere',
  'confinement.echo': 'a response that echoes the key, plain or encoded → masked in preview and history',
  'confinement.echo-nested':
    'a key in base64 or itself over lines, in base64 of base64, UTF-16 or hex, base64 that is escaped, percent-encoded twice → masked',
  'confinement.echo-split': 'a key that is cut at any byte between two chunks → masked',
  'confinement.unknown-key': 'a key that Keyfob does not know → masked by its shape',
  'confinement.history': 'what is kept of a request → no typed secret, no cookie; asked for when sent again',
  'confinement.snippets': 'snippets and copied commands → placeholders in place of the key',
  'confinement.logs': 'whatever is logged, at every level → without the secret',
  'confinement.scan-found':
    'a key of one’s own in files, plain, in UTF-16 or in Base64, cut anywhere by pieces → found where it stands; another text → not',
  'confinement.scan-keeps-nothing':
    'what a scan looks for, finds and shows → no value, also where a path is named after one',
  'confinement.scan-inside': 'links, and Keyfob’s own folder → not followed, not opened',
  'confinement.scan-packed':
    'a key of one’s own in gzip, tar, ZIP and single objects of Git → found where it stands',
  'confinement.scan-bombs':
    'archives that unpack to gigabytes, lie over themselves, are damaged, or name files with control characters or outside → bounded, told, nothing written',
  'confinement.local-values':
    'a secret value in an environment of the Local API → sealed, in no file in the clear; sent back with its environment, kept',
  'confinement.locked': 'while Keyfob is locked → nothing listed, copied, revealed, sent or exported',
  'confinement.touch-id':
    'Touch ID was chosen, and nobody answers it → locked, also after a restart; the keychain is not read',
  'confinement.outputs': 'every answer of the bridge → no field that could hold a secret, but in the reveals',

  'confinement.first-page':
    'the page that is served drawn → what the window would be told, no more; nothing of the keys while Keyfob is locked or once it is',
  'confinement.collection-paths': 'an id that names a file outside the folder of collections → there is none',
  'confinement.collection-key': 'a key’s value typed into a collection → is not written to its file',
  'confinement.locked-meanwhile':
    'Keyfob is locked while a dialog is open, or while it is being unlocked → stays locked; whoever answers gets nothing: nothing is written, allowed or shown',
  'binding.secret-variable':
    'the value of a secret variable → in headers and bodies alone, parts of forms too, to the origins that it is bound to; masked where it is shown',
  'binding.answer-secret':
    'a token that is kept of an answer → in headers and bodies, to the server that gave it alone, also after a redirect; masked where it is shown and kept',
  'binding.answer-template': 'a value of an answer that names a variable or a key → is resolved nowhere',
  'binding.answer-address': 'a value of an answer as the host of an address → the key is withheld there',
  'binding.file-origin':
    'a file that went to one origin, in a request that was pointed at another → asked anew, outside the page; gone with its collection',
  'binding.file-opened-once':
    'another file or a link takes the place of a file that is being sent → the one that was opened goes, to every hop',
  'binding.other-host': '301, 302, 303, 307, 308 to another host → no key',
  'binding.other-port': 'the same host at another port → no key',
  'binding.downgrade': 'https redirected to http → stopped',
  'binding.way-back': 'back to the first origin after a foreign one → no key',
  'binding.odd-location': 'odd forms of Location → judged by the origin that they parse to',
  'binding.schemes': 'file:, data:, javascript: and others → refused',
  'binding.hop-limit': 'redirects without end → stopped, with the chain shown',
  'binding.method': '303 after a POST → a GET without a body',
  'binding.foreign-headers': 'a hop to another origin → no cookie, authorization or custom header',
  'binding.look-alikes': 'look-alike hosts, user-info, a trailing dot → no key; a homograph in punycode',
  'binding.same-service': 'an origin that the service names → the key, and no other service’s',
  'binding.variable': '{{postman-api-key}} in a URL, a query, a body, another header → refused',
  'binding.named-key': '{{key:NAME}} → that key, in its service’s header, at its origins alone',
  'binding.typed-environment':
    'a file that claims to be the environment for typed secrets → not used, given none, says no origin',
  'binding.typed-key': 'the key’s value typed into the address → refused',
  'binding.conflict': 'a typed header beside the key’s → a conflict that is shown, never two values',
  'binding.withheld': 'no binding, plain http, revoked, expired, disabled, unreadable → asked, never silent',
  'binding.read-only': 'a guarded key → no POST, PUT, PATCH, DELETE',
  'binding.meanwhile': 'a key that is disabled between two hops → withheld from the next one on',
  'binding.proxy': 'a proxy, of the environment or chosen → never sees the key of an https request',
  'binding.own-calls': 'calls that Keyfob makes by itself → to the service’s origins alone',

  'bridge.first-page-text':
    'markup, ends of scripts and of attributes in a name on the page that is served drawn → text',
  'bridge.sender': 'another origin, a subframe, about:blank, a frame that is gone → refused',
  'bridge.inputs': 'every command with wrong types, fields, sizes, cycles, __proto__ → a typed error',
  'bridge.names': 'any other name for a command → a typed error',
  'bridge.surface': 'what the page sees of the main process → two functions, which it cannot replace',
  'bridge.windows': 'every window → sandbox, context isolation, no Node, no webview',
  'bridge.navigation': 'navigation, frames, new windows, scripts put in → nothing goes or runs',
  'bridge.permissions': 'camera, notifications and the like → not granted',
  'bridge.links': 'a link to the outside → https alone, after a question that shows the host as it is',
  'bridge.own-links':
    'keyfob:// links, from anybody → open a screen or nothing; nothing is made, sent, copied or changed',
  'bridge.opened-files':
    'files and arguments that the system passes, from anybody → a preview or nothing; nothing is kept, no address or switch is followed',
  'bridge.drops':
    'what is dropped onto the window → told by the preload alone: a script drops nothing, and no page names or learns a path',
  'bridge.quick-copy': 'the page of the quick-copy palette → finds and copies keys, and nothing else',
  'bridge.webrtc':
    'WebRTC in the page → no UDP past the content security policy, and no address of this computer for anybody',
  'bridge.policy': 'the content security policy → no inline script, no eval, nothing remote',
  'bridge.html': 'a response that is HTML → shown without scripts and without network',
  'bridge.paths': 'ways out of app:// → not found',
  'bridge.fuses': 'the packaged binary → fuses as configured',

  'api.loopback': 'where it listens → 127.0.0.1 alone',
  'api.host': 'a foreign, missing or doubled Host → refused before routing',
  'api.origin': 'a foreign or null Origin, a cross-site fetch → refused before routing',
  'api.browser': 'a hostile page in a real browser → reads nothing, changes nothing',
  'api.preflight': 'a preflight → refused; no CORS header, ever',
  'api.types': 'a write that is no JSON → refused',
  'api.methods': 'WebSocket, CONNECT, TRACE, use as a proxy → refused',
  'api.get': 'a GET → changes nothing but the count of calls',
  'api.headers': 'every answer → not to be cached, sniffed, run or read from elsewhere',
  'api.smuggling': 'two lengths, length and chunked, bare LF, NUL, huge headers → 400 and closed',
  'api.limits': 'calls beyond the limits → 429 with all headers, for each key',
  'api.slow': 'slow clients and idle sockets → closed, while others are served',
  'api.port': 'a port that is taken → the next one or a clear message, never another interface',
  'api.stop': 'stopping while requests are in flight → drained, the port free',
  'api.json': 'depth bombs, duplicate keys, __proto__ in JSON → refused',
  'api.sizes': 'a body that is too large, or read before the key is → refused early',

  'issue.million': 'a million keys → unique, without bias',
  'issue.checksum': 'the checksum → its vectors; a changed character is refused before look-up',
  'issue.one-answer': 'unknown, wrong, expired, revoked → the same answer to the byte',
  'issue.timing': 'unknown, wrong, expired, revoked → the same time, within noise',
  'issue.digests': 'what the server keeps → no secret, in no form',
  'issue.grace': 'regenerated with a grace → the old secret works to the millisecond, two at most',
  'issue.exposed': 'a key that was exposed → dead at once, with every older secret',
  'issue.expiry': 'an expiry → exclusive to the millisecond',
  'issue.clock': 'a clock that jumps, also back → no expired key comes back',
  'issue.clocks': 'any course of clock, restarts and expiries → once refused, refused for good',
  'issue.revoked': 'a revoked key → refused with the next request and after a restart',
  'issue.guessing': 'guessing → slowed down, without keeping the real key out',
  'issue.access-keys': 'a collection access key → reads its collection, and nothing else',

  'clipboard.concealed': 'a copied key → with the marks that keep it out of histories, on all three systems',
  'clipboard.cleared': 'a copied key that is still there → cleared after its time, at lock, at quit',
  'clipboard.others': 'what somebody else copied since → left alone, whenever it comes',
  'clipboard.one-timer': 'copies that overlap → one timer, of the last one',
  'clipboard.failed': 'a clipboard that refuses → said; never a false “copied”',
  'clipboard.time': 'the time that is chosen in Settings → is the one that counts from the next copy on',
  'clipboard.labels': 'labels in the tray → name and last four alone; none while locked',
  'clipboard.refused': 'a locked, expired, disabled or unreadable key → refused with the reason',
  'clipboard.names': 'names with &, newlines, right-to-left marks, 300 characters → one harmless line',
  'clipboard.counts': '0, 1 and 500 keys → a menu that says so',

  'storage.full-disk': 'a full disk, a short write → the old state intact, the error shown',
  'storage.tmpfs': 'a file system without a byte left → every file as it was, and usable once there is room',
  'storage.killed': 'kill -9 at any moment, 100 times → old or new, never neither; all agree after a restart',
  'confinement.report': 'the diagnostics report → states and counts; no value, name, origin or home folder',
  'storage.first-backup': 'the first key → a first backup within a minute, without quitting',
  'storage.damaged': 'damaged, empty, truncated, newer files → set aside, a good backup offered',
  'storage.second': 'a second process → shows the first, opens nothing',
  'storage.keychain':
    'a keychain that is locked, denied, absent, hanging → metadata, the reason, the way back',
  'storage.other-key':
    'another master key, or none beside sealed secrets → named; none made, nothing deleted',
  'storage.flipped': 'a flipped bit, swapped rows → refused, named',
  'storage.holder': 'changing the holder, killed in the middle → still opens',
  'storage.passphrase': 'a wrong passphrase, a changed header, absurd costs → an answer, ever slower',
  'storage.kit': 'a recovery kit → no master key in the clear; brings the secrets back',
  'storage.parallel': '500 creates at once → all there, each with its own secret',
  'storage.odd-secrets': 'a secret with every odd character → comes back as it was',
  'storage.preferences':
    'a damaged preferences file, a disk that refuses → defaults or the old ones, and said',
  'storage.odd-files':
    'a pipe, a device or a huge file in the place of a file → refused, and nothing else waits',
  'storage.dead-stay-dead':
    'a backup restored after keys were deleted, revoked or regenerated → none of them works again, also after a crash in between',
  'storage.dead-list-damaged':
    'the list of dead keys cut, changed or damaged → noticed; what can be read counts',
  'storage.export-sealed': 'an export of keys → no value in it, unless sealed under a passphrase',
  'storage.export-restored':
    'an export restored elsewhere → the same keys, as disabled and guarded as they were',
  'storage.export-narrow': 'an export restored where its keys are → nothing overwritten, widened or revived',
  'storage.export-hostile':
    'an export that is cut, changed, costly, or holds values in the clear → refused, nothing kept',
  'storage.export-everything':
    'export → wipe → restore → export: keys, origins, guards, defaults, variables, profiles and policies are equal',
  'storage.export-policies': 'policies of an export → loosen none that is here, and end no key',
  'storage.export-cancelled': 'a long export or restoring that is cancelled → nothing written, nothing added',
  'storage.export-guessing': 'guesses at the passphrase of an export → slowed down',

  'network.refused': 'refused, unknown, reset, no TLS → each a reason of its own',
  'network.slow': 'slow in every phase → cancelled within 200 ms, or ended at the timeout',
  'network.gigabyte': 'a body of gigabytes, or of tiny chunks → bounded memory',
  'network.bombs': 'compression bombs, layers, cut-off compression → stopped and named',
  'network.malformed': 'wrong lengths, odd HTTP/1.1 → named, or read as meant',
  'network.certificates': 'bad certificates → refused before a byte of the request is sent',
  'network.verification': 'a wish to switch verification off → changes nothing',
  'network.unchecked':
    'an origin whose certificate is not to be checked → shown as such, and gets no key until the person confirmed that origin',
  'network.loopback-names': 'names of this computer → never ask a resolver',
  'network.sealed':
    'the proxy’s password and the passphrases of certificates → sealed, bound to what they are for, gone with it, and in the clear nowhere',
  'network.authority-changed':
    'somebody changes the file of further authorities → said, and nobody in it is trusted until the person chooses it again',
  'network.named-proxy':
    'a collection’s file names a proxy → nothing goes through it, in a run neither, until the person agreed outside the page; no login goes to it, and no key unchecked',
  'network.retry': 'whatever happened to the first try → no second one by itself',
  'network.endless': 'an answer without end → stopped when asked to',

  'import.exports': 'exports → scanned before they are written; masks and no value',
  'import.passphrase':
    'what leaves with secrets → under scrypt and AES-256-GCM, header authenticated, costs limited',
  'import.undo':
    'an import that is taken back → all that it made and nothing else; nothing of it once it was changed or used',
  'import.lifted': 'keys in imported files → into the vault or dropped, and reported',
  'import.inert': 'whatever is imported → runs nothing, reads no file, follows no link',
  'import.widening': 'an import → widens no key’s origins without a yes',
  'import.overwrite': 'an import of the same name → overwrites nothing',
  'import.whole': 'an import that is refused or killed half-way → keeps nothing',
  'import.sizes': '100 MB, depth 10,000, a million items, alias bombs → refused fast',
  'import.prototype': 'names of what objects inherit → refused, or data',
  'import.round-trip': 'imported, written, imported anew → equal',
  'import.formulas': 'a CSV export → no cell is a formula',

  'limits.header-values': 'CR, LF, NUL, non-ASCII in header values → refused without repeating the value',
  'limits.header-family': 'any header value at all → sent as it is, or refused; never a second header',
  'limits.answer-value': 'an answer gives a value of megabytes → is not kept, and said',
  'limits.answer-line-breaks':
    'an answer gives a value with line breaks or NUL → is not kept: no header, no request begins',
  'limits.cycles': 'variables that refer in circles or double → refused; any graph ends',
  'limits.masking': 'a text made to slow the search for secrets → time in proportion to its length',
  'limits.json-path':
    'a JSONPath or a body made to take for ever, or all memory → ended by its time, by its memory or by the person; neither process waits',
  'limits.pattern':
    'a regular expression or a path of an expectation made to take for ever → ended by its time and by cancelling, the run goes on; main does not wait',
  'limits.many-keys': '10,000 keys → listed and opened fast',
  'limits.history': '100,000 history rows → stay quick',
  'limits.commands': 'every command with generated inputs on the whole app → no crash, no bug, no rejection',
  'limits.routes': 'every route with generated requests → no crash, no 500',
} as const satisfies Readonly<Record<string, `${string} → ${string}`>>;

export type SafetyCase = keyof typeof safetyCases;

/** The groups, in the order in which they are printed. */
export const safetyGroups = {
  confinement: 'Confinement',
  binding: 'Host binding and redirects',
  bridge: 'Bridge and window',
  api: 'Local API',
  issue: 'Issue and verify',
  clipboard: 'Clipboard and tray',
  storage: 'Storage',
  network: 'Network',
  import: 'Import and export',
  limits: 'Limits',
} as const;

export function isSafetyCase(name: string): name is SafetyCase {
  return Object.hasOwn(safetyCases, name);
}
