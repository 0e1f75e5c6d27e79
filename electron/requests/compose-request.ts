import type { AppError, Result } from '../../shared/domain/app-error.ts';
import {
  type FieldRow,
  type RequestBody,
  type RequestDraft,
  textsOfBody,
} from '../../shared/domain/http-request.ts';
import { composeBody } from './compose-body.ts';
import { composeHeaders } from './compose-headers.ts';
import { composeAddress } from './compose-url.ts';
import type { ComposeContext, ComposedRequest, HeaderField } from './composed-request.ts';
import { placeSecrets, type UsedSecrets } from './secret-variables.ts';
import { resolveTemplate, type VariableScope } from './variables.ts';

/**
 * A draft and its variables -> what is to be sent. Pure; nothing is signed here, and no secret is ever in it.
 * Errors: `request-invalid`, `variable-unresolved`, `secret-variable-misplaced`, `scheme-refused`, `header-conflict`, with
 * the `field` they concern (`url`, `params.0.value`, `headers.2.name`, `body`).
 */
export function composeRequest(draft: RequestDraft, context: ComposeContext): Result<ComposedRequest> {
  const address = composeAddress(draft, context.scope);
  if (!address.ok) return address;
  const body = composeBody(draft.body, context.scope);
  if (!body.ok) return body;
  const headers = composeHeaders(draft.headers, body.value.contentType, context);
  if (!headers.ok) return headers;
  const composed: ComposedRequest = {
    method: draft.method,
    url: address.value.href,
    address: address.value,
    headers: withBoundary(headers.value.headers, body.value.contentType),
    keyHeader: headers.value.keyHeader,
    body: body.value.body,
    unresolved: body.value.unresolved,
  };
  return placeSecrets(composed, context.secretVariables ?? [], encodingOf(draft.body));
}

/** How a value is written where it stands in the body. */
function encodingOf({ kind }: RequestBody): UsedSecrets['encoding'] {
  if (kind === 'form') return 'form';
  return kind === 'graphql' || kind === 'json' ? kind : 'none';
}

/** A typed `multipart/…` without a boundary could not be read by anybody. */
function withBoundary(headers: readonly HeaderField[], contentType: string | null): readonly HeaderField[] {
  if (contentType?.startsWith('multipart/') !== true) return headers;
  const boundary = contentType.slice(contentType.indexOf(';'));
  return headers.map((header) =>
    header.name.toLowerCase() === 'content-type' && /^multipart\/[^;]+$/i.test(header.value.trim())
      ? { ...header, value: `${header.value.trim()}${boundary}` }
      : header,
  );
}

/** The names of all variables of a draft that have no value, each once. */
export function unresolvedVariables(draft: RequestDraft, scope: VariableScope): readonly string[] {
  const names = templatesOf(draft).flatMap((template) => {
    const resolved = resolveTemplate(template, scope);
    return resolved.ok ? resolved.value.unresolved : [];
  });
  return [...new Set(names)];
}

function fieldsOf(body: RequestBody): readonly FieldRow[] {
  if (body.kind === 'form') return body.fields;
  if (body.kind !== 'multipart') return [];
  return body.parts.flatMap(({ name, contentType, isEnabled, ...part }) => [
    { name, value: part.kind === 'text' ? part.value : '', isEnabled },
    { name: contentType, value: '', isEnabled },
  ]);
}

/** What is wrong with the variables of a draft themselves: a cycle, or values that grow without end. `null` for nothing. */
export function variableProblem(draft: RequestDraft, scope: VariableScope): AppError | null {
  for (const template of templatesOf(draft)) {
    const resolved = resolveTemplate(template, scope);
    if (!resolved.ok) return resolved.error;
  }
  return null;
}

function templatesOf(draft: RequestDraft): readonly string[] {
  const rows = [...draft.params, ...draft.pathVariables, ...draft.headers, ...fieldsOf(draft.body)];
  return [
    draft.url,
    ...rows.filter((row) => row.isEnabled).flatMap((row) => [row.name, row.value]),
    ...textsOfBody(draft.body),
  ];
}
