import { apiKeyNameSchema } from '../../../shared/domain/api-key.ts';
import { bindableOriginSchema } from '../../../shared/domain/origin.ts';
import type { FoundSecretView, SecretChoice } from '../../../shared/domain/import.ts';
import type { Service, ServiceDraft } from '../../../shared/domain/service.ts';
import type { ImportingTexts } from '../../../shared/texts/en/importing.ts';

/** What a person says about one found secret, as the form holds it. */
export interface SecretForm {
  /** A service's id, or one of those below. */
  readonly target: string;
  readonly name: string;
  /** Of a new service. */
  readonly origin: string;
  /** Of a variable: where its value may go, with spaces between. */
  readonly origins: string;
}

export const NEW_SERVICE = 'new:service';
export const VARIABLE = 'keep:variable';
export const DROP = 'drop:secret';

/**
 * A key where its origin is known; else a variable, which goes nowhere before the person says where; left out where it is the value of
 * none.
 */
export function initialForm(found: FoundSecretView): SecretForm {
  const otherwise = found.variables.length === 0 ? DROP : VARIABLE;
  const target = !found.canBeKey
    ? otherwise
    : (found.suggestedServiceId ?? (found.suggestedService === null ? otherwise : NEW_SERVICE));
  return {
    target,
    name: found.suggestedName,
    origin: found.suggestedService?.origins[0] ?? found.origins[0] ?? '',
    origins: found.origins.filter((origin) => bindableOriginSchema.safeParse(origin).success).join(' '),
  };
}

export interface SecretFormErrors {
  readonly name?: string;
  readonly origin?: string;
  readonly origins?: string;
}

export function errorsOf(
  { target, name, origin, origins }: SecretForm,
  texts: ImportingTexts,
  wordsFor = (said: string): string => said,
): SecretFormErrors {
  if (target === DROP) return {};
  if (target === VARIABLE) {
    const problem = originsProblem(wordsOf(origins), texts, wordsFor);
    return problem === undefined ? {} : { origins: problem };
  }
  const parsedName = apiKeyNameSchema.safeParse(name);
  const parsedOrigin = target === NEW_SERVICE ? bindableOriginSchema.safeParse(origin) : null;
  return {
    ...(parsedName.success
      ? {}
      : { name: wordsFor(parsedName.error.issues[0]?.message ?? texts.problems.name) }),
    ...(parsedOrigin === null || parsedOrigin.success
      ? {}
      : { origin: wordsFor(parsedOrigin.error.issues[0]?.message ?? texts.problems.origin) }),
  };
}

function wordsOf(origins: string): readonly string[] {
  return origins.split(/[\s,]+/).filter((word) => word !== '');
}

function originsProblem(
  words: readonly string[],
  texts: ImportingTexts,
  wordsFor: (said: string) => string,
): string | undefined {
  if (words.length > 20) return texts.problems.tooMany;
  for (const word of words) {
    const parsed = bindableOriginSchema.safeParse(word);
    if (parsed.success) continue;
    return `${word.slice(0, 80)}: ${wordsFor(parsed.error.issues[0]?.message ?? texts.problems.noOrigin)}`;
  }
  return undefined;
}

export function hasErrors(errors: SecretFormErrors): boolean {
  return Object.keys(errors).length > 0;
}

/** `services`: new ones get a name that none of them has. */
export function choiceOf(
  found: FoundSecretView,
  form: SecretForm,
  services: readonly Service[],
): SecretChoice {
  const { target, name } = form;
  if (target === DROP) return { kind: 'drop', foundId: found.id };
  if (target === VARIABLE) {
    const origins = wordsOf(form.origins).map((word) => bindableOriginSchema.parse(word));
    return { kind: 'variable', foundId: found.id, origins: [...new Set(origins)] };
  }
  const service =
    target === NEW_SERVICE
      ? ({ kind: 'new', draft: draftOf(found, form, services) } as const)
      : ({ kind: 'existing', id: target } as const);
  return { kind: 'key', foundId: found.id, name, service };
}

function draftOf(found: FoundSecretView, form: SecretForm, services: readonly Service[]): ServiceDraft {
  const origin = bindableOriginSchema.parse(form.origin);
  if (found.suggestedService?.origins[0] === origin) return found.suggestedService;
  const taken = new Set(services.map(({ name }) => name.toLowerCase()));
  const { host } = new URL(origin);
  let name = host;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${host} ${String(number)}`;
  return {
    name,
    baseUrl: origin,
    headerName: 'X-API-Key',
    origins: [origin],
    checkUrl: null,
    keyPrefix: null,
  };
}
