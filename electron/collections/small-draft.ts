import { assertNever } from '../../shared/domain/assert-never.ts';
import type { FieldRow, RequestDraft } from '../../shared/domain/http-request.ts';

/** Below every limit of `requestDraftSchema`. */
const MAX_ROWS = 200;
const MAX_NAME = 200;
const MAX_VALUE = 10_000;
const MAX_TEXT = 1_000_000;

/**
 * Whether a draft that was read of a file is so small that it keeps to the editor's limits for certain. Most are, and asking the schema
 * takes longer than the rest of the reading, which counts where a thousand are read.
 */
export function isSmallDraft({
  url,
  params,
  pathVariables,
  headers,
  keyChoice,
  body,
}: RequestDraft): boolean {
  if (keyChoice.kind === 'key' || keyChoice.kind === 'named' || url.length > MAX_VALUE) return false;
  return areSmall(params) && areSmall(pathVariables) && areSmall(headers) && isSmallBody(body);
}

function areSmall(rows: readonly FieldRow[]): boolean {
  return (
    rows.length <= MAX_ROWS &&
    rows.every(({ name, value }) => name.length <= MAX_NAME && value.length <= MAX_VALUE)
  );
}

function isSmallBody(body: RequestDraft['body']): boolean {
  switch (body.kind) {
    case 'none':
      return true;
    case 'json':
    case 'text':
    case 'xml':
    case 'html':
    case 'javascript':
      return body.text.length <= MAX_TEXT;
    case 'form':
      return areSmall(body.fields);
    case 'graphql':
      return body.query.length + body.variables.length <= MAX_TEXT && body.operationName.length <= MAX_NAME;
    case 'multipart':
    case 'binary':
    case 'kept':
      return false;
    default:
      return assertNever(body);
  }
}
