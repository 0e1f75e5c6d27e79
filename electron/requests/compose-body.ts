import { assertNever } from '../../shared/domain/assert-never.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { FieldRow, GraphqlBody, RequestBody } from '../../shared/domain/http-request.ts';
import { composeMultipart } from './compose-multipart.ts';
import { checkGraphqlOperation, checkGraphqlVariables, graphqlJson } from './graphql-body.ts';
import { mediaTypeOf } from './media-types.ts';
import { refuseNotKept, resolveText } from './resolve-text.ts';
import type { UploadBody } from './upload-body.ts';
import { plainText, resolveAtOnce, resolveTemplate, type VariableScope } from './variables.ts';
import { told } from '../told.ts';

export interface ComposedBody {
  readonly body: Uint8Array | UploadBody | null;
  readonly contentType: string | null;
  readonly unresolved: readonly string[];
}

const NO_BODY: ComposedBody = { body: null, contentType: null, unresolved: [] };

/**
 * The body's bytes (UTF-8) and its default content type. A variable without a value stays in a JSON, XML or text body as typed and is
 * listed, because such bodies may hold templates of their own (a Postman collection does).
 */
export function composeBody(body: RequestBody, scope: VariableScope): Result<ComposedBody> {
  switch (body.kind) {
    case 'none':
      return ok(NO_BODY);
    case 'json':
      return composeText(body.text, 'application/json', scope);
    case 'text':
      return composeText(body.text, 'text/plain; charset=utf-8', scope);
    case 'xml':
      return composeText(body.text, 'application/xml', scope);
    case 'html':
      return composeText(body.text, 'text/html; charset=utf-8', scope);
    case 'javascript':
      // As Postman sends it, whose files it stands in.
      return composeText(body.text, 'application/javascript', scope);
    case 'form':
      return composeForm(body.fields, scope);
    case 'multipart': {
      const composed = composeMultipart(body.parts, scope);
      return composed.ok ? ok({ ...composed.value, unresolved: [] }) : composed;
    }
    case 'binary':
      return composeFile(body.path);
    case 'graphql':
      return composeGraphql(body, scope);
    case 'kept':
      return failed('request-invalid', { ...told('bodyIsKept'), field: 'body' });
    default:
      return assertNever(body);
  }
}

function composeFile(path: string): Result<ComposedBody> {
  if (path === '') return failed('request-invalid', { ...told('noBodyFile'), field: 'body' });
  const file = { kind: 'file' as const, path, file: null };
  return ok({ body: { parts: [file] }, contentType: mediaTypeOf(path), unresolved: [] });
}

function composeText(template: string, contentType: string, scope: VariableScope): Result<ComposedBody> {
  const resolved = resolveBodyText(template, scope);
  if (!resolved.ok) return resolved;
  const { text, unresolved } = resolved.value;
  return ok({ body: Buffer.from(text, 'utf8'), contentType, unresolved });
}

interface BodyText {
  readonly text: string;
  readonly unresolved: readonly string[];
}

function resolveBodyText(template: string, scope: VariableScope): Result<BodyText> {
  const kept = refuseNotKept(template, 'body');
  if (!kept.ok) return kept;
  const atOnce = resolveAtOnce(template, scope);
  if (atOnce !== null) return ok({ text: atOnce, unresolved: [] });
  const resolved = resolveTemplate(template, scope);
  if (!resolved.ok) return { ok: false, error: { ...resolved.error, field: 'body' } };
  const text = plainText(resolved.value, 'body');
  return text.ok ? ok({ text: text.value, unresolved: resolved.value.unresolved }) : text;
}

/** GraphQL over HTTP: a JSON object with the query, its variables and its operation's name. */
function composeGraphql(body: GraphqlBody, scope: VariableScope): Result<ComposedBody> {
  const query = resolveBodyText(body.query, scope);
  if (!query.ok) return query;
  const variables = resolveBodyText(body.variables, scope);
  if (!variables.ok) return variables;
  const operationName = resolveText(body.operationName, scope, 'body');
  if (!operationName.ok) return operationName;
  const checked = checkGraphqlVariables(variables.value.text);
  if (!checked.ok) return checked;
  const meant = checkGraphqlOperation(query.value.text, operationName.value);
  if (!meant.ok) return meant;
  const text = graphqlJson({
    query: query.value.text,
    variables: variables.value.text,
    operationName: operationName.value,
  });
  return ok({
    body: Buffer.from(text, 'utf8'),
    contentType: 'application/json',
    unresolved: [...new Set([...query.value.unresolved, ...variables.value.unresolved])],
  });
}

function composeForm(fields: readonly FieldRow[], scope: VariableScope): Result<ComposedBody> {
  const form = new URLSearchParams();
  for (const [index, row] of fields.entries()) {
    if (!row.isEnabled || (row.name === '' && row.value === '')) continue;
    const name = resolveText(row.name, scope, `body.${String(index)}.name`);
    if (!name.ok) return name;
    const value = resolveText(row.value, scope, `body.${String(index)}.value`);
    if (!value.ok) return value;
    form.append(name.value, value.value);
  }
  const bytes = Buffer.from(form.toString(), 'utf8');
  return ok({ body: bytes, contentType: 'application/x-www-form-urlencoded', unresolved: [] });
}
