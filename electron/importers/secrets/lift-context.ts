import { originOf } from '../../../shared/domain/origin.ts';
import {
  asText,
  fieldOf,
  isJsonObject,
  objectsOf,
  textOf,
  type Json,
  type JsonObject,
} from '../json-value.ts';
import type { SecretCollector, SecretUse } from './found-secrets.ts';
import { isNoSecret, variablesIn } from './secret-shapes.ts';

/** How a variable is used: where the requests go that name it, and as which header's value. */
export interface VariableUse {
  readonly origins: Set<string>;
  headerName: string | null;
}

export interface LiftContext {
  readonly collector: SecretCollector;
  readonly variables: ReadonlyMap<string, string>;
  readonly variableUses: Map<string, VariableUse>;
}

const MAX_RESOLVED = 20_000;

/** The values of all variables that come along; of several with one name the first. */
export function variablesOf(
  collections: readonly JsonObject[],
  environments: readonly JsonObject[],
): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  const rows = [
    ...collections.flatMap((collection) => objectsOf(collection, 'variable')),
    ...environments.flatMap((environment) => objectsOf(environment, 'values')),
  ];
  for (const row of rows) {
    const name = textOf(row, 'key');
    if (!variables.has(name)) variables.set(name, textOf(row, 'value'));
  }
  return variables;
}

/** Where a request goes, its variables put in; `null` when that cannot be told. */
export function requestOrigin(request: Json | undefined, { variables }: LiftContext): string | null {
  const url = fieldOf(request, 'url');
  let text = (isJsonObject(url) ? textOf(url, 'raw') : asText(url)).slice(0, MAX_RESOLVED);
  for (let round = 0; round < 5 && text.includes('{{') && text.length <= MAX_RESOLVED; round += 1) {
    text = text.replaceAll(
      /\{\{([^{}]{1,200})\}\}/g,
      (whole, name: string) => variables.get(name.trim()) ?? whole,
    );
  }
  // A variable that is left could be any host, and the parser would take its braces for one.
  const authority = /^[^/?#]*\/\/[^/?#]*/.exec(text)?.[0] ?? '';
  return authority === '' || authority.includes('{{') ? null : originOf(text);
}

/** The text with a token in the place of the secret that it is; as it is when it holds none. Variables in it are noted as used. */
export function liftText(text: string, use: SecretUse, { collector, variableUses }: LiftContext): string {
  for (const name of variablesIn(text)) {
    const known = variableUses.get(name) ?? { origins: new Set<string>(), headerName: null };
    for (const origin of use.origins) known.origins.add(origin);
    known.headerName ??= use.headerName;
    variableUses.set(name, known);
  }
  if (isNoSecret(text)) return text;
  return collector.token(text.trim(), use);
}

/** `sid={{sid}}` */
function isCookieOfVariables(value: string, { headerName }: SecretUse): boolean {
  if (headerName?.toLowerCase() !== 'cookie') return false;
  return value.split(';').every((pair) => isNoSecret(pair.slice(pair.indexOf('=') + 1)));
}

const SCHEME = /^(Bearer|Basic|Token|ApiKey|Api-Key|Key|OAuth|SSWS|GenieKey|Apikey)( +)(\S.*)$/is;

/** `Bearer …`: the scheme is no secret, and stays. */
export function liftHeaderValue(value: string, use: SecretUse, context: LiftContext): string {
  if (isCookieOfVariables(value, use)) return value;
  const match = SCHEME.exec(value.trim());
  if (match === null) return liftText(value, use, context);
  const [, scheme = '', space = '', credential = ''] = match;
  return scheme + space + liftText(credential, use, context);
}
