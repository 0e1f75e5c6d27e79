import { fieldOf, isJsonList, isJsonObject, textOf, type JsonObject } from '../json-value.ts';
import type { SecretUse } from './found-secrets.ts';
import { liftHeaderValue, type LiftContext } from './lift-context.ts';

/** What Postman's kinds of auth keep that nobody else may know (its own names for them). */
const SECRET_FIELDS: Readonly<Record<string, readonly string[]>> = {
  apikey: ['value'],
  bearer: ['token'],
  basic: ['password'],
  digest: ['password'],
  ntlm: ['password'],
  oauth1: ['consumerSecret', 'token', 'tokenSecret', 'privateKey'],
  oauth2: ['accessToken', 'refreshToken', 'clientSecret', 'password', 'code_verifier'],
  awsv4: ['secretKey', 'sessionToken'],
  hawk: ['authKey'],
  edgegrid: ['accessToken', 'clientToken', 'clientSecret'],
  jwt: ['secret', 'privateKey'],
  asap: ['privateKey'],
};

/** Whether a field of a kind that is not known may hold a secret. */
const SECRET_NAME = /token|secret|password|private|key|credential/i;

export function liftAuth(
  auth: JsonObject,
  at: Pick<SecretUse, 'place' | 'origins'>,
  context: LiftContext,
): JsonObject {
  const type = textOf(auth, 'type');
  const rows = fieldOf(auth, type);
  if (!isJsonList(rows)) return auth;
  const headerName = headerOf(type, rows.filter(isJsonObject));
  const lifted = rows.map((row) => {
    const name = textOf(row, 'key');
    const value = fieldOf(row, 'value');
    if (!isJsonObject(row) || typeof value !== 'string' || !isSecretField(type, name)) return row;
    const label = type === 'apikey' ? (headerName ?? rowValue(rows.filter(isJsonObject), 'key')) : name;
    return { ...row, value: liftHeaderValue(value, { kind: 'auth', label, headerName, ...at }, context) };
  });
  return { ...auth, [type]: lifted };
}

function isSecretField(type: string, name: string): boolean {
  const known = Object.hasOwn(SECRET_FIELDS, type) ? SECRET_FIELDS[type] : undefined;
  return known === undefined ? SECRET_NAME.test(name) : known.includes(name);
}

/** The header that the credential travels in as it is. */
function headerOf(type: string, rows: readonly JsonObject[]): string | null {
  if (type === 'bearer') return 'Authorization';
  if (type !== 'apikey' || rowValue(rows, 'in') === 'query') return null;
  const name = rowValue(rows, 'key');
  return name === '' ? null : name;
}

function rowValue(rows: readonly JsonObject[], key: string): string {
  return textOf(
    rows.find((row) => textOf(row, 'key') === key),
    'value',
  );
}
