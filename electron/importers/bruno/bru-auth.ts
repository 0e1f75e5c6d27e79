import type { ImportNote } from '../importer.ts';
import type { JsonObject } from '../json-value.ts';
import { authOf } from '../postman-parts.ts';
import type { BruFile } from './bru-file.ts';
import { worded } from '../../told.ts';

/** `mode` as Bruno names it; `undefined` for one that takes what the folder or the collection has. */
export function bruAuth(file: BruFile, mode: string, notes: ImportNote[]): JsonObject | undefined {
  const field = (name: string): string => file.value(`auth:${mode}`, name);
  switch (mode) {
    case '':
    case 'inherit':
      return undefined;
    case 'none':
      return authOf('noauth');
    case 'bearer':
      return authOf('bearer', { token: field('token') });
    case 'basic':
    case 'digest':
      return authOf(mode, { username: field('username'), password: field('password') });
    case 'ntlm':
      return authOf('ntlm', {
        username: field('username'),
        password: field('password'),
        domain: field('domain'),
      });
    case 'apikey':
      return authOf('apikey', {
        key: field('key'),
        value: field('value'),
        in: field('placement') === 'queryparams' ? 'query' : 'header',
      });
    case 'awsv4':
      return authOf('awsv4', {
        accessKey: field('accessKeyId'),
        secretKey: field('secretAccessKey'),
        sessionToken: field('sessionToken'),
        service: field('service'),
        region: field('region'),
      });
    case 'oauth2':
      return authOf('oauth2', {
        grant_type: field('grant_type'),
        authUrl: field('authorization_url'),
        accessTokenUrl: field('access_token_url'),
        clientId: field('client_id'),
        clientSecret: field('client_secret'),
        username: field('username'),
        password: field('password'),
        scope: field('scope'),
        addTokenTo: 'header',
      });
    default:
      notes.push({
        kind: 'dropped',
        what: worded('importAuthLeft', { type: mode.slice(0, 40) }),
        where: file.name,
      });
      return undefined;
  }
}
