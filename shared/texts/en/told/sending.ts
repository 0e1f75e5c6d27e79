import type { KeepFinding } from '../../../domain/kept-value.ts';
import { MADE_VALUE_NAMES } from '../../../domain/made-values.ts';
import type { ToldText } from '../../told-text.ts';

/** Where a secret variable may not stand. */
const PLACES = {
  address: 'the address',
  'header-name': 'a header’s name',
  'key-header': 'the header of a key',
};

const quoted = (said: string): string => (said === '' ? '' : ` It said: “${said}”`);

const KEEP_FINDINGS: Readonly<Record<KeepFinding, string>> = {
  noAnswer: 'there was no answer',
  noHeader: 'it has no such header',
  noJson: 'it is no JSON',
  bodyTooLarge: 'it is too large to be read as JSON',
  noSinglePath: 'the path is none that leads to one place, as $.data[0].id does',
  nothingAtPath: 'there is nothing at the path',
  notOneValue: 'there is an object, a list or null at the path',
  tooLong: 'it is longer than 8,192 characters',
  notOneLine: 'it holds a line break or another control character',
  holdsTemplate: 'it holds {{ or }}',
  masked: 'it is a secret that Keyfob masks',
};

/** What is said about a request that is sent. */
export const sendingTold = {
  proxyOfOtherKind: () => [
    'The system wants a proxy of a kind that Keyfob does not speak. Nothing was sent.',
    'Set another one, or none, in Settings, Network.',
  ],
  collectionForPostmanApi: () => [
    'This collection is for services that speak the Postman API.',
    'Choose the Local API or Postman.',
  ],
  checkUrlAnswered: ({ status }: { readonly status: number }) => [
    `Its check URL answered ${String(status)}.`,
  ],
  redirectNotFollowed: () => [
    'The service answered with a redirect, which is not followed with a key.',
    'Check the address of the service.',
  ],
  filePathTemplate: () => [
    'The path of a file holds a variable. Nothing is put in its place, as only a file that you chose is read. Nothing was sent.',
    'Choose the file itself in Body, then send again.',
  ],
  fileNotAllowed: ({ origin }: { readonly origin: string }) => [
    `The request sends a file to ${origin}, and you did not allow that, so it is not read.`,
    'Send the request again and allow it, or send another file.',
  ],
  bodyIsKept: () => [
    'The body of this request is kept in its file; Keyfob cannot send this kind of body.',
    'Choose another kind of body.',
  ],
  noBodyFile: () => ['No file is chosen for the body.', 'Choose one in Body, or another kind of body.'],
  keyInTwoHeaders: () => ['The key stands in two headers.', 'Remove one of them.'],
  headerNameInvalid: () => [
    'A header’s name may have letters, digits and hyphens only.',
    'Correct the name.',
  ],
  headerIsOwn: ({ name }: { readonly name: string }) => [
    `Keyfob sets the header ${name} itself.`,
    'Remove it.',
  ],
  keyTwiceInHeader: () => ['The key stands twice in one header.', 'Remove one.'],
  headerValueInvalid: ({ name }: { readonly name: string }) => [
    `The value of the header ${name} has characters that no header may carry: a line break, a control character, or one outside ASCII.`,
    'Correct the value.',
  ],
  partTypeInvalid: () => ['The content type of a part may have visible characters only.', 'Correct it.'],
  partWithoutFile: () => ['A part of the form has no file.', 'Choose one, or switch the part off.'],
  noUrl: () => ['The request has no URL.'],
  urlInvalid: () => ['The URL is not valid.', 'Correct the URL.'],
  urlHoldsUser: () => [
    'A URL may not hold a user name or a password.',
    'Remove the part before the @ and send it in an Authorization header.',
  ],
  graphqlVariablesInvalid: () => [
    'The variables of the GraphQL query are not a JSON object, so nothing was sent.',
    'Body says where they go wrong. A variable in them that stands for a text needs quotes around it.',
  ],
  graphqlOperationMissing: ({ count, names }: { readonly count: number; readonly names: string }) => [
    `The GraphQL query holds ${String(count)} operations and the request does not say which is meant, so nothing was sent.`,
    names === ''
      ? 'Give each of them a name, then choose one in Body.'
      : `Choose the operation in Body: ${names}.`,
  ],
  variableInBlockString: ({ name }: { readonly name: string }) => [
    `The value of “${name}” cannot be written where it stands in the GraphQL query: a block string holds no quote and no backslash, a comment no line break. Nothing was sent.`,
    'Put the variable into a string with one quote on each side, or into the GraphQL variables.',
  ],
  responseNotKept: () => ['The whole response is no longer kept.', 'Send the request again.'],
  tlsNotSpoken: () => [
    'No secure connection could be made: the server does not answer with TLS as it should. Nothing was sent.',
    'Check the port, and whether the address should start with http.',
  ],
  compressedTooOften: () => ['The server’s answer is compressed in too many layers.'],
  notDecompressed: () => [
    'The server’s answer cannot be decompressed: it is not what its Content-Encoding says.',
    'Send the request with the header Accept-Encoding: identity.',
  ],
  redirectWouldLeak: () => [
    'The server redirected to another origin, and the request holds the key in its body or headers.',
    'Remove the key’s value from the request; Keyfob adds its header by itself.',
  ],
  redirectHoldsKey: () => ['The server redirected to an address that holds the key.'],
  valueNotKept: ({ mark }: { readonly mark: string }) => [
    'The history does not keep secrets, so a value of this request is missing.',
    `Type it again where it says “${mark}”.`,
  ],
  variableValueInvalid: ({ name }: { readonly name: string }) => [
    `The value of the secret variable {{${name}}} has characters that no header may carry.`,
    'Set it anew.',
  ],
  variableUnproven: ({ origin, name }: { readonly origin: string; readonly name: string }) => [
    `Nothing was sent to ${origin}: its certificate is not checked, so it may be anybody, and the request holds the secret variable {{${name}}}.`,
    'Check certificates again in Settings of the request, or confirm that keys may go there.',
  ],
  keyInOtherHeader: ({ header, name }: { readonly header: string; readonly name: string }) => [
    `The key may stand in its service’s header ${header} only, not in ${name}.`,
  ],
  proxyMissing: () => [
    'The request names no proxy to go through. Nothing was sent.',
    'Type its address in Settings of the request.',
  ],
  proxyNotAllowed: ({ proxy }: { readonly proxy: string }) => [
    `The request names the proxy ${proxy}, which you did not allow for this collection. Nothing was sent.`,
    'Send it again to be asked, or choose another proxy in Settings of the request.',
  ],
  noSocks: () => ['The proxy does not speak SOCKS 5. Nothing was sent.'],
  socksNameTooLong: () => ['The server’s name is too long for a SOCKS proxy.'],
  socksNotConnected: ({ reply }: { readonly reply: number }) => [
    `The proxy could not connect to the server (SOCKS reply ${String(reply)}). Nothing was sent.`,
  ],
  socksCredentialsTooLong: () => ['The proxy’s user name or password is longer than SOCKS allows.'],
  proxyEnded: () => ['The proxy ended the connection. Nothing was sent.'],
  keyMayNot: ({ said }: { readonly said: string }) => [
    `The key may not do this at its service.${quoted(said)}`,
  ],
  serviceDoesNotKnow: ({ said }: { readonly said: string }) => [
    `The service does not know this (any more).${quoted(said)}`,
  ],
  serviceFailed: ({ status, said }: { readonly status: number; readonly said: string }) => [
    `The service failed (${String(status)}).${quoted(said)}`,
  ],
  serviceRefused: ({ status, said }: { readonly status: number; readonly said: string }) => [
    `The service refused the request (${String(status)}).${quoted(said)}`,
    'If it happens again, report it.',
  ],
  redirectToNoAddress: () => ['The server redirected to something that is not an address.'],
  redirectToProtocol: ({ protocol }: { readonly protocol: string }) => [
    `The server redirected to a ${protocol} address; only http and https are followed.`,
  ],
  redirectToPlain: () => ['The server redirected from https to plain http, which others can read.'],
  redirectWithFile: () => [
    'The server redirected to another origin, and the request sends a file, which goes to the origin that it was meant for alone.',
  ],
  proxyNotHttp: () => ['The proxy does not answer as an HTTP proxy does. Nothing was sent.'],
  proxyRefused: ({ status }: { readonly status: number }) => [
    `The proxy refused to connect to the server (status ${String(status)}). Nothing was sent.`,
  ],
  proxyUnreachable: ({ proxy }: { readonly proxy: string }) => [
    `The proxy ${proxy} cannot be reached. Nothing was sent.`,
  ],
  proxyNotSecure: ({ proxy }: { readonly proxy: string }) => [
    `No secure connection to the proxy ${proxy} could be made. Nothing was sent.`,
  ],
  tooManyRedirects: ({ limit }: { readonly limit: number }) => [
    `The server redirected more than ${String(limit)} times.`,
  ],
  certificateExpired: () => ['The server’s certificate has expired, so nothing was sent.'],
  certificateNotYetValid: () => ['The server’s certificate is not valid yet, so nothing was sent.'],
  certificateOtherHost: () => ['The server’s certificate is for another host name, so nothing was sent.'],
  certificateSelfSigned: () => ['The server’s certificate is signed by itself, so nothing was sent.'],
  certificateUnknownAuthority: () => [
    'The server’s certificate comes from an unknown authority, so nothing was sent.',
  ],
  endedByLock: () => [
    'The request was ended, because Keyfob was locked.',
    'Unlock Keyfob, then send it again.',
  ],
  expandsTooMuch: ({ ratio }: { readonly ratio: number }) => [
    `The server’s answer expands to more than ${String(ratio)} times its size, so reading it was stopped.`,
  ],
  severalKeysNamed: () => [
    'The headers name several keys, and a request carries one.',
    'Choose Automatic in Auth, or take the reference out of the header.',
  ],
  otherKeyNamed: ({ name }: { readonly name: string }) => [
    `A header names the key “${name}”, and Auth says otherwise.`,
    'Choose Automatic in Auth, or take the reference out of the header.',
  ],
  namedKeyMissing: ({ name }: { readonly name: string }) => [
    `The collection asks for the key “${name}”, which is not in this Keyfob.`,
    'Choose the key in Auth.',
  ],
  namedKeyUnclear: ({ name }: { readonly name: string }) => [
    `Several keys are called “${name}”, at different services; it is not clear which one is meant.`,
    'Choose the key in Auth.',
  ],
  variableUnresolved: ({ names, count }: { readonly names: string; readonly count: number }) => [
    count === 1 ? `The variable ${names} has no value.` : `These variables have no value: ${names}.`,
  ],
  dynamicUnresolved: ({ names }: { readonly names: string }) => [
    `Keyfob makes no value for ${names}.`,
    `It makes ${MADE_VALUE_NAMES.join(', ')}; any other name needs a variable of its own.`,
  ],
  variableMisplaced: ({ name, place }: { readonly name: string; readonly place: keyof typeof PLACES }) => [
    `The secret variable {{${name}}} stands in ${PLACES[place]}, where others can read it. It may stand in a header’s value and in the body.`,
    'Move it, or make it a plain variable.',
  ],
  variableWithheld: ({
    origin,
    name,
    known,
  }: {
    readonly origin: string;
    readonly name: string;
    readonly known: string;
  }) => [
    `Nothing was sent to ${origin}: the secret variable {{${name}}} may go to ${known === '' ? 'no origin yet' : `${known} only`}.`,
  ],
  answerWithheld: ({
    origin,
    name,
    known,
  }: {
    readonly origin: string;
    readonly name: string;
    readonly known: string;
  }) => [
    `Nothing was sent to ${origin}: the value {{${name}}}, kept from an answer, is a secret and may go to ${known === '' ? 'no origin yet' : `${known} only`}.`,
    'If it is meant to go there, allow it in the tab Keep.',
  ],
  nothingKept: ({ because, name }: { readonly because: KeepFinding; readonly name: string }) => [
    `The answer of ${name === '' ? 'an unnamed request' : `“${name}”`} gave no value: ${KEEP_FINDINGS[because]}.`,
    'Look at that answer and at what its request keeps.',
  ],
  headerWithoutKey: ({ header, because }: { readonly header: string; readonly because: string }) => [
    `The header ${header} asks for a key, but none is sent: ${because}`,
    'Choose a key for the request, or remove the header.',
  ],
  variablesExpandTooOften: () => ['The request’s variables expand too often.'],
  variableOfItself: ({ name }: { readonly name: string }) => [`The variable {{${name}}} refers to itself.`],
  variablesTooDeep: () => ['The request’s variables refer to each other more than 20 levels deep.'],
  variablesTooLong: () => ['The request’s variables expand to more than 10 MiB of text.'],
} satisfies Readonly<Record<string, ToldText>>;
