import type { WithheldReason } from '../../shared/domain/signing-decision.ts';

interface Situation {
  readonly keyName: string;
  readonly serviceName: string;
  readonly headerName: string;
  readonly origin: string;
  readonly method: string;
  /** Whether the service names this origin, but the chain of redirects came through one that it does not name. */
  readonly isBackAtOwnOrigin: boolean;
}

type Text = readonly [message: string, remedy: string];

const texts: Readonly<Record<WithheldReason, (situation: Situation) => Text>> = {
  'origin-not-bound': ({ keyName, origin, serviceName }) => [
    `The key “${keyName}” may not go to ${origin}: ${serviceName} does not name this origin.`,
    'Correct the URL, choose another key, or add the origin to the service or, in its details, to this key alone.',
  ],
  'insecure-transport': ({ keyName, origin }) => [
    `The key “${keyName}” is not sent to ${origin}, because plain http can be read by others on the way.`,
    'Use https.',
  ],
  'server-unproven': ({ keyName, origin }) => [
    `The key “${keyName}” is not sent to ${origin}, because its certificate is not checked: anybody on the way could be the server.`,
    'Check certificates in Settings of the request, or allow keys at this origin in spite of it.',
  ],
  'key-expired': ({ keyName }) => [
    `The key “${keyName}” has expired.`,
    'Set a new expiration, regenerate it, or choose another key.',
  ],
  'key-disabled': ({ keyName }) => [`The key “${keyName}” is disabled.`, 'Enable it, or choose another key.'],
  'key-revoked': ({ keyName }) => [`The key “${keyName}” was revoked.`, 'Choose another key.'],
  'key-missing': ({ keyName }) => [
    keyName === ''
      ? 'The key that this request names no longer exists.'
      : `Keyfob does not hold the value of the key “${keyName}”.`,
    'Choose another key.',
  ],
  'key-read-only': ({ keyName, method }) => [
    `The key “${keyName}” is guarded as read-only, so it is not sent with ${method}.`,
    'Take the guard off the key, or choose another key.',
  ],
  'vault-unreadable': ({ keyName }) => [
    `The secret of the key “${keyName}” cannot be opened now.`,
    'See the message at the top of the window for the way back.',
  ],
  'secret-damaged': ({ keyName }) => [
    `The sealed secret of the key “${keyName}” does not open: it was changed or damaged.`,
    'Restore a backup, or regenerate the key.',
  ],
  'header-conflict': ({ keyName, headerName }) => [
    `The request already has a header ${headerName}, where the key “${keyName}” would go.`,
    'Remove the typed header, or send without a key.',
  ],
  'redirected-to-other-origin': ({ keyName, origin, serviceName, isBackAtOwnOrigin }) =>
    isBackAtOwnOrigin
      ? [
          `The redirect came through an origin that ${serviceName} does not name, so the key “${keyName}” was not sent again.`,
          `If the answer of ${origin} is what you want, send a request to it directly.`,
        ]
      : [
          `The server redirected to ${origin}, which ${serviceName} does not name, so the key “${keyName}” was not sent there.`,
          'If the key is meant to go there, add the origin to the service and send again.',
        ],
  'not-connected': ({ keyName, origin }) => [
    `No connection to ${origin} was made, so the key “${keyName}” was not sent.`,
    '',
  ],
};

/** What a person is told about a withheld key. */
export function withheldText(
  reason: WithheldReason,
  situation: Situation,
): { readonly message: string; readonly remedy: string } {
  const [message, remedy] = texts[reason](situation);
  return { message, remedy };
}
