import { apiKeyNameSchema } from '../../../shared/domain/api-key.ts';
import { bindableOriginSchema } from '../../../shared/domain/origin.ts';
import type { FoundSecretView, SecretChoice } from '../../../shared/domain/import.ts';
import type { Service, ServiceDraft } from '../../../shared/domain/service.ts';

/** What a person says about one found secret, as the form holds it. */
export interface SecretForm {
  /** A service's id, `new`, or `drop`. */
  readonly target: string;
  readonly name: string;
  /** Of a new service. */
  readonly origin: string;
}

export const NEW_SERVICE = 'new:service';
export const DROP = 'drop:secret';

/** A key where its origin is known, and left out where it is not: then nobody but the person knows where it may go. */
export function initialForm(found: FoundSecretView): SecretForm {
  const target = !found.canBeKey
    ? DROP
    : (found.suggestedServiceId ?? (found.suggestedService === null ? DROP : NEW_SERVICE));
  return {
    target,
    name: found.suggestedName,
    origin: found.suggestedService?.origins[0] ?? found.origins[0] ?? '',
  };
}

export interface SecretFormErrors {
  readonly name?: string;
  readonly origin?: string;
}

export function errorsOf({ target, name, origin }: SecretForm): SecretFormErrors {
  if (target === DROP) return {};
  const parsedName = apiKeyNameSchema.safeParse(name);
  const parsedOrigin = target === NEW_SERVICE ? bindableOriginSchema.safeParse(origin) : null;
  return {
    ...(parsedName.success ? {} : { name: parsedName.error.issues[0]?.message ?? 'Give the key a name' }),
    ...(parsedOrigin === null || parsedOrigin.success
      ? {}
      : { origin: parsedOrigin.error.issues[0]?.message ?? 'Type an origin' }),
  };
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
