import { originOf } from '../../../shared/domain/origin.ts';
import { serviceDraftSchema, type Service } from '../../../shared/domain/service.ts';

export interface ServiceForm {
  readonly name: string;
  readonly baseUrl: string;
  readonly headerName: string;
  /** One origin a line. `null` while it follows the base URL. */
  readonly origins: string | null;
  /** Empty for none. */
  readonly checkUrl: string;
  /** Empty for none. */
  readonly keyPrefix: string;
}

export const SERVICE_FIELDS = ['name', 'baseUrl', 'headerName', 'origins', 'checkUrl', 'keyPrefix'] as const;
export type ServiceField = (typeof SERVICE_FIELDS)[number];

export type ServiceFormErrors = Partial<Record<ServiceField, string>>;

export function emptyServiceForm(): ServiceForm {
  return { name: '', baseUrl: '', headerName: 'X-API-Key', origins: null, checkUrl: '', keyPrefix: '' };
}

export function formOfService(service: Service): ServiceForm {
  const { name, baseUrl, headerName, origins, checkUrl, keyPrefix } = service;
  return {
    name,
    baseUrl,
    headerName,
    origins: origins.join('\n'),
    checkUrl: checkUrl ?? '',
    keyPrefix: keyPrefix ?? '',
  };
}

/** The origins as they stand in the form: as typed, or else the base URL's. */
export function originsText({ origins, baseUrl }: ServiceForm): string {
  return origins ?? originOf(baseUrl.trim()) ?? '';
}

/** The form as the contract wants it; what it says about origins is decided by the parser, not by the text. */
export function draftOf(form: ServiceForm) {
  return {
    name: form.name,
    baseUrl: form.baseUrl,
    headerName: form.headerName,
    origins: originsText(form)
      .split(/[\s,]+/)
      .filter((line) => line !== ''),
    checkUrl: textOrNull(form.checkUrl),
    keyPrefix: textOrNull(form.keyPrefix),
  };
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

/** What is wrong with the form, in words for each field: those of the schema, or in `wordsFor` another language. */
export function serviceFormErrors(
  form: ServiceForm,
  wordsFor = (said: string): string => said,
): ServiceFormErrors {
  const result = serviceDraftSchema.safeParse(draftOf(form));
  const errors: ServiceFormErrors = {};
  for (const issue of result.error?.issues ?? []) {
    const field = SERVICE_FIELDS.find((known) => known === issue.path[0]);
    if (field !== undefined) errors[field] ??= wordsFor(issue.message);
  }
  return errors;
}
