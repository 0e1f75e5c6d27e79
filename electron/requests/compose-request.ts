import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { RequestDraft } from '../../shared/domain/http-request.ts';
import { composeBody } from './compose-body.ts';
import { composeHeaders } from './compose-headers.ts';
import { composeUrl } from './compose-url.ts';
import type { ComposeContext, ComposedRequest } from './composed-request.ts';
import { resolveTemplate, type VariableScope } from './variables.ts';

/**
 * A draft and its variables -> what is to be sent. Pure; nothing is signed here, and no secret is ever in it.
 * Errors: `request-invalid`, `variable-unresolved`, `secret-variable-misplaced`, `scheme-refused`, `header-conflict`, with
 * the `field` they concern (`url`, `params.0.value`, `headers.2.name`, `body`).
 */
export function composeRequest(draft: RequestDraft, context: ComposeContext): Result<ComposedRequest> {
  const url = composeUrl(draft, context.scope);
  if (!url.ok) return url;
  const body = composeBody(draft.body, context.scope);
  if (!body.ok) return body;
  const headers = composeHeaders(draft.headers, body.value.contentType, context);
  if (!headers.ok) return headers;
  return ok({
    method: draft.method,
    url: url.value,
    headers: headers.value.headers,
    keyHeader: headers.value.keyHeader,
    body: body.value.bytes,
    unresolved: body.value.unresolved,
  });
}

/** The names of all variables of a draft that have no value, each once. */
export function unresolvedVariables(draft: RequestDraft, scope: VariableScope): readonly string[] {
  const names = templatesOf(draft).flatMap((template) => {
    const resolved = resolveTemplate(template, scope);
    return resolved.ok ? resolved.value.unresolved : [];
  });
  return [...new Set(names)];
}

function templatesOf(draft: RequestDraft): readonly string[] {
  const fields = draft.body.kind === 'form' ? draft.body.fields : [];
  const rows = [...draft.params, ...draft.pathVariables, ...draft.headers, ...fields];
  const body = 'text' in draft.body ? [draft.body.text] : [];
  return [draft.url, ...rows.filter((row) => row.isEnabled).flatMap((row) => [row.name, row.value]), ...body];
}
