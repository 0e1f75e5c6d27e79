import { fieldOf, isJsonObject, objectOf, textOf, type Json, type JsonObject } from '../json-value.ts';
import { authOf, nameOr } from '../postman-parts.ts';
import type { OpenApiReading } from './convert-openapi.ts';
import { worded } from '../../told.ts';

export type SecurityAuth = { readonly kind: 'none' } | { readonly kind: 'auth'; readonly auth: JsonObject };

/**
 * A security requirement as Postman's auth, with a variable in the place of each credential. The first of several that can be said;
 * `null` when none is asked for or none can be said.
 */
export function securityAuth(requirements: readonly Json[], reading: OpenApiReading): SecurityAuth | null {
  const schemes = objectOf(objectOf(reading.document, 'components'), 'securitySchemes');
  for (const requirement of requirements) {
    if (!isJsonObject(requirement)) continue;
    const names = Object.keys(requirement);
    if (names.length === 0) return { kind: 'none' };
    for (const name of names) {
      const auth = schemeAuth(name, reading.references.resolve(fieldOf(schemes, name)));
      if (auth === null) continue;
      if (names.length > 1)
        reading.notes.push({
          kind: 'dropped',
          what: worded('importCredentialsLeft'),
          where: name,
        });
      return { kind: 'auth', auth };
    }
  }
  return null;
}

function schemeAuth(schemeName: string, scheme: JsonObject): JsonObject | null {
  const name = nameOr(schemeName, 'credential');
  const variable = `{{${name}}}`;
  switch (textOf(scheme, 'type')) {
    case 'apiKey': {
      const place = textOf(scheme, 'in');
      if (place === 'cookie')
        return authOf('apikey', {
          key: 'Cookie',
          value: `${textOf(scheme, 'name')}=${variable}`,
          in: 'header',
        });
      return authOf('apikey', {
        key: textOf(scheme, 'name'),
        value: variable,
        in: place === 'query' ? 'query' : 'header',
      });
    }
    case 'http':
      return textOf(scheme, 'scheme').toLowerCase() === 'basic'
        ? authOf('basic', { username: `{{${name}Username}}`, password: `{{${name}Password}}` })
        : authOf('bearer', { token: variable });
    case 'oauth2':
    case 'openIdConnect':
      return authOf('bearer', { token: variable });
    default:
      return null;
  }
}
