import type { ImportNote } from '../importer.ts';
import { fieldOf, textOf, type JsonObject } from '../json-value.ts';
import { authOf } from '../postman-parts.ts';
import { worded } from '../../told.ts';

interface Reading {
  readonly text: (value: string) => string;
  readonly where: string;
  readonly notes: ImportNote[];
}

/** Insomnia's authentication as Postman's; `undefined` for none, which takes what the folder has. */
export function insomniaAuth(auth: JsonObject, { text, where, notes }: Reading): JsonObject | undefined {
  const type = textOf(auth, 'type');
  const field = (name: string): string => text(textOf(auth, name));
  if (type === '') return undefined;
  if (fieldOf(auth, 'disabled') === true) {
    notes.push({ kind: 'changed', what: worded('importAuthOffLeft'), where });
    return authOf('noauth');
  }
  switch (type) {
    case 'none':
      return authOf('noauth');
    case 'bearer':
      return bearer(field('token'), field('prefix'));
    case 'singleToken':
      return bearer(field('token'), '');
    case 'basic':
    case 'digest':
      return authOf(type, { username: field('username'), password: field('password') });
    case 'ntlm':
      return authOf('ntlm', { username: field('username'), password: field('password') });
    case 'apikey':
      return authOf('apikey', {
        key: field('key'),
        value: field('value'),
        in: field('addTo') === 'queryParams' ? 'query' : 'header',
      });
    case 'oauth1':
    case 'oauth2':
      return oauth(type, field);
    case 'iam':
      return authOf('awsv4', {
        accessKey: field('accessKeyId'),
        secretKey: field('secretAccessKey'),
        sessionToken: field('sessionToken'),
        region: field('region'),
        service: field('service'),
      });
    case 'hawk':
      return authOf('hawk', { authId: field('id'), authKey: field('key'), algorithm: field('algorithm') });
    default:
      notes.push({ kind: 'dropped', what: worded('importAuthLeft', { type: type.slice(0, 40) }), where });
      return undefined;
  }
}

function oauth(type: 'oauth1' | 'oauth2', field: (name: string) => string): JsonObject {
  if (type === 'oauth1') {
    return authOf('oauth1', {
      consumerKey: field('consumerKey'),
      consumerSecret: field('consumerSecret'),
      token: field('tokenKey'),
      tokenSecret: field('tokenSecret'),
      signatureMethod: field('signatureMethod'),
      realm: field('realm'),
    });
  }
  return authOf('oauth2', {
    grant_type: field('grantType'),
    accessTokenUrl: field('accessTokenUrl'),
    authUrl: field('authorizationUrl'),
    clientId: field('clientId'),
    clientSecret: field('clientSecret'),
    scope: field('scope'),
    username: field('username'),
    password: field('password'),
    addTokenTo: 'header',
  });
}

/** A prefix other than Bearer is what Postman calls an API key in the header Authorization. */
function bearer(token: string, prefix: string): JsonObject {
  if (prefix === '' || prefix.toLowerCase() === 'bearer') return authOf('bearer', { token });
  return authOf('apikey', { key: 'Authorization', value: `${prefix} ${token}`, in: 'header' });
}
