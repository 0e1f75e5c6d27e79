import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { MultipartPart } from '../../shared/domain/http-request.ts';
import { mediaTypeOf } from './media-types.ts';
import { resolveText } from './resolve-text.ts';
import type { UploadBody, UploadPart } from './upload-body.ts';
import type { VariableScope } from './variables.ts';
import { told } from '../told.ts';

export interface ComposedMultipart {
  readonly body: UploadBody;
  readonly contentType: string;
}

const FIELD_VALUE = /^[\t\x20-\x7e]*$/;

/** A multipart form (RFC 7578): names and texts resolved, files by their paths. `boundary` must stand in none of them. */
export function composeMultipart(
  parts: readonly MultipartPart[],
  scope: VariableScope,
  boundary: string = `keyfob-${randomUUID()}`,
): Result<ComposedMultipart> {
  const composed: UploadPart[] = [];
  for (const [index, part] of parts.entries()) {
    if (!part.isEnabled || isEmpty(part)) continue;
    const entries = composePart(part, scope, `body.${String(index)}`);
    if (!entries.ok) return entries;
    for (const { head, content } of entries.value) {
      composed.push(bytes(`--${boundary}\r\n${head}\r\n\r\n`), content, bytes('\r\n'));
    }
  }
  composed.push(bytes(`--${boundary}--\r\n`));
  return ok({ body: { parts: composed }, contentType: `multipart/form-data; boundary=${boundary}` });
}

interface Entry {
  readonly head: string;
  readonly content: UploadPart;
}

function composePart(part: MultipartPart, scope: VariableScope, field: string): Result<readonly Entry[]> {
  const name = resolveText(part.name, scope, `${field}.name`);
  if (!name.ok) return name;
  const contentType = resolveText(part.contentType, scope, `${field}.contentType`);
  if (!contentType.ok) return contentType;
  if (!FIELD_VALUE.test(contentType.value))
    return failed('request-invalid', { ...told('partTypeInvalid'), field: `${field}.contentType` });
  if (part.kind === 'text') {
    const value = resolveText(part.value, scope, `${field}.value`);
    if (!value.ok) return value;
    const head = headOf({ name: name.value, fileName: null, contentType: contentType.value });
    return ok([{ head, content: bytes(value.value) }]);
  }
  if (part.paths.length === 0)
    return failed('request-invalid', { ...told('partWithoutFile'), field: `${field}.value` });
  return ok(
    part.paths.map((path) => {
      const fileName = fileNameOf(path);
      const type = contentType.value === '' ? mediaTypeOf(fileName) : contentType.value;
      const head = headOf({ name: name.value, fileName, contentType: type });
      return { head, content: { kind: 'file' as const, path, file: null } };
    }),
  );
}

function headOf(part: {
  readonly name: string;
  readonly fileName: string | null;
  readonly contentType: string;
}): string {
  const file = part.fileName === null ? '' : `; filename="${quoted(part.fileName)}"`;
  const disposition = `Content-Disposition: form-data; name="${quoted(part.name)}"${file}`;
  return part.contentType === '' ? disposition : `${disposition}\r\nContent-Type: ${part.contentType}`;
}

/** As browsers do (HTML standard, multipart/form-data encoding algorithm), so that no name ends its line. */
function quoted(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Of a path of any system: a file that was chosen on Windows has backslashes. */
function fileNameOf(path: string): string {
  return process.platform === 'win32' ? (path.split(/[\\/]/).at(-1) ?? path) : basename(path);
}

function isEmpty(part: MultipartPart): boolean {
  return part.name === '' && (part.kind === 'text' ? part.value === '' : part.paths.length === 0);
}

function bytes(text: string): Extract<UploadPart, { kind: 'bytes' }> {
  return { kind: 'bytes', bytes: Buffer.from(text, 'utf8') };
}
