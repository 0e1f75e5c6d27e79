import type { ToldText } from '../../told-text.ts';

/** `name` is the key's; `service` is empty where it is not known. */
type Said<Values extends string> = Readonly<Record<Values, string>>;

const named = (service: string): string => (service === '' ? 'its service' : service);

/** Why a key is not sent to a hop, or why none is meant for it. */
export const signingTold = {
  noKeyChosen: () => ['No key was chosen for this request.'],
  noServiceForOrigin: ({ origin }: Said<'origin'>) => [
    `No service names the origin ${origin}, so no key is sent.`,
  ],
  serviceWithoutKeys: ({ service }: Said<'service'>) => [
    `The service ${service} has no API key, so none is sent.`,
  ],
  serviceWithoutDefault: ({ service }: Said<'service'>) => [
    `The service ${service} has API keys, but none of them is its default.`,
  ],
  originNotBound: ({ name, origin, service }: Said<'name' | 'origin' | 'service'>) => [
    `The key “${name}” may not go to ${origin}: ${named(service)} does not name this origin.`,
    'Correct the URL, choose another key, or add the origin to the service or, in its details, to this key alone.',
  ],
  insecureTransport: ({ name, origin }: Said<'name' | 'origin'>) => [
    `The key “${name}” is not sent to ${origin}, because plain http can be read by others on the way.`,
    'Use https.',
  ],
  serverUnproven: ({ name, origin }: Said<'name' | 'origin'>) => [
    `The key “${name}” is not sent to ${origin}, because its certificate is not checked: anybody on the way could be the server.`,
    'Check certificates in Settings of the request, or allow keys at this origin in spite of it.',
  ],
  thisKeyExpired: ({ name }: Said<'name'>) => [
    `The key “${name}” has expired.`,
    'Set a new expiration, regenerate it, or choose another key.',
  ],
  thisKeyDisabled: ({ name }: Said<'name'>) => [
    `The key “${name}” is disabled.`,
    'Enable it, or choose another key.',
  ],
  thisKeyRevoked: ({ name }: Said<'name'>) => [`The key “${name}” was revoked.`, 'Choose another key.'],
  namedKeyGone: () => ['The key that this request names no longer exists.', 'Choose another key.'],
  keyValueNotHeld: ({ name }: Said<'name'>) => [
    `Keyfob does not hold the value of the key “${name}”.`,
    'Choose another key.',
  ],
  keyGuarded: ({ name, method }: Said<'name' | 'method'>) => [
    `The key “${name}” is guarded as read-only, so it is not sent with ${method}.`,
    'Take the guard off the key, or choose another key.',
  ],
  secretNotOpenedNow: ({ name }: Said<'name'>) => [
    `The secret of the key “${name}” cannot be opened now.`,
    'See the message at the top of the window for the way back.',
  ],
  sealedSecretDamaged: ({ name }: Said<'name'>) => [
    `The sealed secret of the key “${name}” does not open: it was changed or damaged.`,
    'Restore a backup, or regenerate the key.',
  ],
  keyHeaderTyped: ({ name, header }: Said<'name' | 'header'>) => [
    `The request already has a header ${header}, where the key “${name}” would go.`,
    'Remove the typed header, or send without a key.',
  ],
  redirectedAway: ({ name, origin, service }: Said<'name' | 'origin' | 'service'>) => [
    `The server redirected to ${origin}, which ${named(service)} does not name, so the key “${name}” was not sent there.`,
    'If the key is meant to go there, add the origin to the service and send again.',
  ],
  redirectedBack: ({ name, origin, service }: Said<'name' | 'origin' | 'service'>) => [
    `The redirect came through an origin that ${named(service)} does not name, so the key “${name}” was not sent again.`,
    `If the answer of ${origin} is what you want, send a request to it directly.`,
  ],
  keyNotConnected: ({ name, origin }: Said<'name' | 'origin'>) => [
    `No connection to ${origin} was made, so the key “${name}” was not sent.`,
    '',
  ],
} satisfies Readonly<Record<string, ToldText>>;
