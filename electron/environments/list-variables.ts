import type { AppError } from '../../shared/domain/app-error.ts';
import type { KnownVariable, VariableSource } from '../../shared/domain/environment.ts';
import { MADE_VALUE_NAMES } from '../../shared/domain/made-values.ts';
import { maskKeyShapes } from '../requests/key-shapes.ts';
import { secretVariablesAt, type RequestPlace } from '../requests/request-place.ts';
import { hideMarks } from '../requests/secret-variables.ts';
import { KEY_VARIABLE, resolveTemplate, type VariableScope } from '../requests/variables.ts';
import { worded } from '../told.ts';
import { keyNameToReference } from '../collections/auth-mapping.ts';

export interface ListedPlace {
  readonly place: RequestPlace;
  /** All variables by name, as the sender sees them. */
  readonly scope: VariableScope;
  readonly serviceName: string | null;
  /** The names of the person's keys. */
  readonly keyNames: readonly string[];
}

const MAX_LISTED = 2_000;
const MAX_SHOWN = 2_000;

/** The variables that a request may use, each as it is sent and with where it comes from. No secret is opened. */
export function listVariables(listed: ListedPlace): readonly KnownVariable[] {
  const { place, scope } = listed;
  const sources = sourcesOf(listed);
  const known: KnownVariable[] = [];
  for (const [name] of scope) known.push(knownVariable(name, sources.get(name), listed));
  for (const [name, problem] of place.answers?.missing ?? []) {
    const source = place.answers?.sources.get(name) ?? environmentSource(place);
    known.push({ name, source, value: null, isHidden: false, problem });
  }
  for (const [name, problem] of place.environment?.unusable ?? []) {
    if (scope.has(name) || place.answers?.missing.has(name) === true) continue;
    known.push({ name, source: environmentSource(place), value: null, isHidden: true, problem });
  }
  const keys = [...new Set(listed.keyNames)].map((name) =>
    keyVariable(`key:${keyNameToReference(name)}`, name),
  );
  return [
    ...known.toSorted((a, b) => a.name.localeCompare(b.name)),
    keyVariable('postman-api-key', ''),
    ...keys,
    ...MADE_VALUE_NAMES.filter((name) => !scope.has(name)).map(madeVariable),
  ].slice(0, MAX_LISTED);
}

function keyVariable(name: string, keyName: string): KnownVariable {
  return { name, source: { kind: 'key', name: keyName }, value: null, isHidden: true, problem: null };
}

function madeVariable(name: string): KnownVariable {
  return { name, source: { kind: 'made' }, value: null, isHidden: false, problem: null };
}

function environmentSource({ environment }: RequestPlace): VariableSource {
  return { kind: 'environment', name: environment?.name ?? '' };
}

/** Which source each name is from: that of the narrowest scope. */
function sourcesOf({ place, serviceName }: ListedPlace): ReadonlyMap<string, VariableSource> {
  const sources = new Map<string, VariableSource>(place.answers?.sources);
  place.scopes.forEach((rows, index) => {
    const source = place.scopeSources?.[index] ?? { kind: 'collection', name: '' };
    for (const { name, isEnabled } of rows) {
      if (isEnabled && name !== '' && !sources.has(name.trim())) sources.set(name.trim(), source);
    }
  });
  if (serviceName !== null && !sources.has('baseUrl'))
    sources.set('baseUrl', { kind: 'service', name: serviceName });
  return sources;
}

function knownVariable(
  name: string,
  source: VariableSource | undefined,
  { place, scope }: ListedPlace,
): KnownVariable {
  const common = { name, source: source ?? environmentSource(place) };
  const resolved = resolveTemplate(`{{${name}}}`, scope);
  if (!resolved.ok) return { ...common, value: null, isHidden: false, problem: wordsOf(resolved.error) };
  const { segments, unresolved } = resolved.value;
  const text = segments
    .map((segment) => (segment === KEY_VARIABLE ? '{{postman-api-key}}' : segment))
    .join('');
  const variables = secretVariablesAt(place);
  const isHidden = variables.some(({ mark }) => text === mark);
  const missing = unresolved.map((each) => `{{${maskKeyShapes(each)}}}`).join(', ');
  return {
    ...common,
    value: isHidden ? null : maskKeyShapes(hideMarks(text, variables)).slice(0, MAX_SHOWN),
    isHidden,
    problem: missing === '' ? null : worded('variableOfMissing', { names: missing }),
  };
}

function wordsOf({ code, message, remedy, told }: AppError): KnownVariable['problem'] {
  return { code, message, remedy, told };
}
