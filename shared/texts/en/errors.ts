/** Every expected failure: its code, what happened, and what to do next. Codes are stable; texts are not. */
export const errorTexts = {
  'invalid-input': ['The input is not valid.', 'Check the marked field and try again.'],
  'unknown-command': ['This command does not exist.', 'Restart Keyfob; if it happens again, report it.'],
  'forbidden-sender': ['This page may not use Keyfob.', ''],
  internal: [
    'Something went wrong inside Keyfob.',
    'Try again; if it happens again, report it with the log.',
  ],
  'not-found': ['This no longer exists.', 'The list has been refreshed.'],
  'name-taken': ['A key with this name already exists for this service.', 'Choose another name.'],
  'service-in-use': ['This service still has API keys.', 'Delete its keys first.'],
  'service-built-in': ['A built-in service cannot be changed or removed.', ''],
  'origin-not-allowed': [
    'This origin cannot be bound to a key.',
    'Use https, or http on this computer only.',
  ],
  'vault-locked': ['Keyfob is locked, so its secrets cannot be opened.', 'Unlock Keyfob and try again.'],
  'vault-unreadable': [
    'The secrets cannot be opened.',
    'See the message at the top of the window for the way back.',
  ],
  'lock-needs-holder': [
    'Keyfob was not locked: the master key is kept in memory only, so locking would lose your keys.',
    'Set a passphrase, or move the master key to your keychain, in Settings.',
  ],
  'touch-id-refused': [
    'Touch ID did not confirm that it is you, so nothing was unlocked or changed.',
    'Try again; the password of this computer answers the question too.',
  ],
  'touch-id-needs-keychain': [
    'Touch ID can be asked only while your keychain holds the master key.',
    'Move the master key to your keychain first.',
  ],
  'passphrase-wrong': ['This is not the passphrase.', 'Type it again; upper and lower case count.'],
  'passphrase-wait': ['Too many wrong passphrases in a row.', 'Wait a little, then try again.'],
  'passphrase-too-short': [
    'The passphrase is too short.',
    'Use at least 12 characters; four or five random words do well.',
  ],
  'passphrase-not-used': ['No passphrase is set.', 'Set one in Settings.'],
  'keychain-refused': ['The keychain did not take the master key.', 'Unlock your keychain and try again.'],
  'keychain-holds-another': [
    'Your keychain holds another master key under Keyfob’s entry, and it was not overwritten.',
    'Remove that entry from your keychain first, if nothing needs it.',
  ],
  'recovery-kit-invalid': [
    'This file is no recovery kit of Keyfob, or it was damaged.',
    'Choose the file that Keyfob saved as a recovery kit.',
  ],
  'export-file-invalid': [
    'This file is no export of Keyfob, it was damaged, or a newer Keyfob wrote it.',
    'Choose a file that Keyfob saved with Export keys and services.',
  ],
  'recovery-kit-untested': [
    'The recovery kit was written, but what is on the disk does not open.',
    'Save it in another place.',
  ],
  'recovery-kit-other': [
    'This recovery kit belongs to other secrets: it does not open those of this ledger.',
    'Choose the kit that was made for these keys.',
  ],
  'no-master-key-holder': [
    'No keychain was found to hold the master key.',
    'Unlock or install a keychain and try again, or keep keys in memory until Keyfob quits.',
  ],
  'secret-damaged': [
    'The sealed secret of this key does not open: it was changed or damaged.',
    'Restore a backup, or regenerate the key.',
  ],
  'already-revealed': [
    'This key was already shown once and is not shown again.',
    'Copy it from the row menu, or regenerate it.',
  ],
  'key-expired': ['This key has expired.', 'Set a new expiration, or generate a new key.'],
  'key-disabled': ['This key is disabled.', 'Enable it first.'],
  'key-revoked': ['This key was revoked.', 'Generate a new one.'],
  'key-without-secret': ['Keyfob does not hold the value of this key.', 'Regenerate it or add it again.'],
  'generation-not-allowed': [
    'Your team lets only its admins generate API keys.',
    'Ask an admin of the team.',
  ],
  'policy-locked': ['The team’s policy decides this.', 'Ask an admin of the team.'],
  'cannot-regenerate': [
    'Keyfob did not issue this key and cannot regenerate it.',
    'Regenerate it at its service and add the new one.',
  ],
  'cannot-swap': ['Keyfob issued this key itself, so a pasted one cannot take its place.', 'Regenerate it.'],
  'cannot-issue': [
    'This service issues its keys itself.',
    'Generate the key there and add it by pasting it.',
  ],
  'clipboard-failed': ['The key could not be copied: the clipboard refused it.', 'Try again.'],
  'text-holds-secret': [
    'The text holds a key, so it was not copied.',
    'Copy a key from its row menu: then it leaves the clipboard again.',
  ],
  'export-holds-secret': [
    'The export would hold a key, so nothing was written.',
    'Look for a key’s value in the names of your keys, and rename those.',
  ],
  'clipboard-empty': ['There is no text on the clipboard.', 'Copy the key, then paste it here.'],
  'clipboard-not-a-key': [
    'The text on the clipboard cannot be a key: it is too long, or holds spaces, line breaks or characters that no header may carry.',
    'Copy the key alone and paste it again.',
  ],
  'key-of-another-member': [
    'This key belongs to another member of the team, and Keyfob does not hold its value.',
    'Revoke it in Team keys and issue a new one.',
  ],
  'email-taken': ['Another member already has this e-mail address.', 'Type another one.'],
  'member-has-keys': ['This member still has keys that are not revoked.', 'Revoke them first.'],
  'member-is-you': ['This is you: your own place in the team stays, and you stay an admin.', ''],
  'import-unknown-format': [
    'Keyfob does not recognise this.',
    'Import a Postman, Insomnia, Bruno, OpenAPI, HAR or .env file, or a curl command.',
  ],
  'import-not-readable': ['The file cannot be read.', 'Export it again and try once more.'],
  'import-too-large': [
    'The file is larger than Keyfob imports.',
    'Split it where it comes from. Nothing was imported.',
  ],
  'import-gone': ['This preview is no longer held. Nothing was imported.', 'Choose the file again.'],
  'export-failed': [
    'The file could not be written; a file that was there before is as it was.',
    'Choose another folder, or make room on the disk.',
  ],
  'scan-running': ['A scan is already running.', 'Wait for it, or cancel it.'],
  'staged-paste-gone': ['The pasted key is no longer held.', 'Paste it again.'],
  'key-not-verified': [
    'It could not be found out whether the service accepts the key.',
    'Try again, or keep it without verifying.',
  ],
  'service-not-verifiable': [
    'Nothing is known to ask this service about its keys.',
    'Give the service a check URL first.',
  ],
  'ledger-unavailable': ['The ledger cannot be opened.', 'See the message in the window for the way back.'],
  'ledger-write-failed': [
    'The change could not be written to disk. Nothing was changed.',
    'Free some disk space or check the folder’s permissions, then try again.',
  ],
  'request-invalid': ['The request cannot be sent as it is.', 'Check the marked part.'],
  'variable-unresolved': ['A variable of the request has no value.', 'Give it a value or remove it.'],
  'secret-variable-misplaced': [
    'A key may stand in a header value only, never in a URL, a query, a body or the header’s name.',
    'Remove the variable; Keyfob adds the key’s header by itself.',
  ],
  'variable-withheld': [
    'The request was not sent: a secret variable may not go to this origin.',
    'Allow the origin for the variable in its environment, or choose another environment.',
  ],
  'key-withheld': ['The request was not sent, because its key was withheld.', 'Choose what to do below.'],
  'no-default-key': [
    'The request was not sent: its service has API keys, but none of them is the default.',
    'Choose the key in Auth, or make one the default. To send without a key, choose None in Auth.',
  ],
  'header-conflict': [
    'The request already has the header that the key goes into.',
    'Remove the typed header, or send without a key.',
  ],
  'scheme-refused': ['Only http and https addresses can be requested.', 'Correct the URL.'],
  'redirect-refused': ['The server redirected to an address that is not followed.', 'See the Timeline.'],
  'too-many-redirects': ['The server redirected too many times.', 'See the Timeline.'],
  'host-not-found': ['The host name could not be resolved.', 'Check the URL and the network.'],
  'connection-refused': [
    'Nothing accepts connections at this address.',
    'Check the port, and that the server runs.',
  ],
  'connection-reset': ['The server closed the connection before the response was complete.', 'Try again.'],
  'tls-failed': [
    'The server’s certificate was refused, so nothing was sent.',
    'Check the certificate of the server.',
  ],
  'file-not-chosen': [
    'The request sends a file that was not chosen here, so it is not read.',
    'Choose the file in Body, then send again.',
  ],
  'body-file-unreadable': [
    'A file that the request sends cannot be read.',
    'Check that it is still there, or choose another in Body.',
  ],
  'http2-not-spoken': [
    'The server does not speak HTTP/2, and the request wants nothing else. Nothing was sent.',
    'Choose another version in Settings of the request.',
  ],
  'client-certificate-demanded': [
    'The server demands a client certificate, and got none that it accepts.',
    'Add one for this origin in Settings, Network.',
  ],
  'network-secret-forgotten': [
    'The password of the proxy, or the passphrase of the client certificate, could not be kept sealed and is no longer in memory. Nothing was sent.',
    'Type it again in Settings, Network.',
  ],
  'client-certificate-unusable': [
    'The client certificate cannot be used.',
    'Check its files and its passphrase in Settings, Network.',
  ],
  'authority-file-changed': [
    'The file with further authorities is not the one that you chose: it was changed since, so nobody in it is trusted. Nothing was sent.',
    'If you know of the change, choose the file again in Settings, Network; else remove it there.',
  ],
  'authority-file-unusable': [
    'The file with further authorities cannot be used: it is gone, or holds no certificate (PEM).',
    'Choose another, or remove it, in Settings, Network.',
  ],
  'proxy-failed': [
    'The proxy made no connection to the server. Nothing was sent.',
    'Check the proxy in Settings, Network.',
  ],
  'proxy-not-allowed': [
    'The request names a proxy that you did not allow. Nothing was sent.',
    'Send it again to be asked, or choose another proxy in Settings of the request.',
  ],
  'proxy-needs-credentials': [
    'The proxy did not accept its user name and password. Nothing was sent.',
    'Set them in Settings, Network.',
  ],
  'timed-out': [
    'The request took longer than its timeout.',
    'Raise the timeout in Settings of the request, or try again.',
  ],
  cancelled: ['The request was cancelled.', ''],
  'response-malformed': ['The server’s answer is not valid HTTP.', 'Check that the address is a web server.'],
  'response-too-large': ['The response is larger than Keyfob accepts.', 'Ask the server for less.'],
  'network-failed': ['The request failed on the network.', 'Check the network and try again.'],
  'port-taken': [
    'The Local API’s port, 5362, and the 19 after it are used by other programs.',
    'Close one of those programs, then start the Local API again.',
  ],
  'port-not-permitted': [
    'The system does not let Keyfob listen on the Local API’s port.',
    'Allow it in the system’s or the company’s settings, then start the Local API again.',
  ],
  'shortcut-taken': [
    'Another program or the system has this shortcut.',
    'Choose another one, or take it from the other program first.',
  ],
  'login-item-refused': [
    'The system did not let Keyfob change what opens at login.',
    'Change it in the system’s own settings.',
  ],
  'service-refused-key': [
    'The service did not accept the key.',
    'Check the key at its service; add a new one if it was revoked or has expired.',
  ],
  'service-forbidden': ['The key may not do this at its service.', 'Use a key of somebody who may.'],
  'service-rate-limited': ['The service takes no more calls at the moment.', 'Try again in a minute.'],
  'service-limit-exhausted': [
    'The calls of this month are used up at the service.',
    'Ask the admin of your team, or wait for the next month.',
  ],
  'service-failed': ['The service failed.', 'Try again later.'],
  'service-answer-unclear': [
    'The service’s answer is not what was expected.',
    'Check the address of the service; if it happens again, report it.',
  ],
  'file-unreadable': [
    'The file cannot be read.',
    'It was not touched. Correct it, or move it out of the folder.',
  ],
  'file-write-failed': [
    'The file could not be written; it is as it was.',
    'Make room on the disk, or check the folder’s permissions, then try again.',
  ],
  'collection-changed-on-disk': [
    'The request was changed in its file since it was opened.',
    'Load what the file says now, or keep yours as a copy.',
  ],
  'collection-holds-secret': [
    'The file would hold a key, so it was not written.',
    'Use the key in Auth instead of its value, and save again.',
  ],
  'collection-read-only': [
    'This collection is built in and cannot be changed.',
    'Save a copy of the request.',
  ],
  'key-reference-unclear': ['The collection names a key that is not clear.', 'Choose the key in Auth.'],
  'local-api-stopped': ['The Local API is not running.', 'Start it in Settings.'],
  'update-check-failed': [
    'Keyfob could not learn whether there is a newer version.',
    'Check your connection and try again. Keyfob goes on as it is.',
  ],
  'update-download-failed': [
    'The new version was not downloaded.',
    'Check your connection and try again, or download it by hand from where you got Keyfob.',
  ],
  'update-damaged': [
    'What was downloaded is not what was published, so it was thrown away.',
    'Try again. If it happens again, download it by hand and report it.',
  ],
  'update-not-trusted': [
    'The new version is not signed by whoever signed this one, so it was not installed.',
    'Do not install it by hand. Report it.',
  ],
  'update-no-room': ['The disk has no room for the new version.', 'Make room and try again.'],
} as const satisfies Record<string, readonly [message: string, remedy: string]>;
