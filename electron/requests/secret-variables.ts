import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import { isTrustworthyOrigin } from '../../shared/domain/origin.ts';
import type { ComposedRequest, HeaderField } from './composed-request.ts';
import { MASKED } from './masked.ts';
import type { Redactor } from './redactor.ts';
import { fillGraphql, fillJson, type SecretFilling } from './fill-secret.ts';
import { isUpload } from './upload-body.ts';
import { told } from '../told.ts';

/**
 * A variable whose value is sealed. While a request is composed a mark stands for the value: random text of lower-case letters and digits,
 * so that it comes through every encoding as it is. The value takes its place on the wire alone, hop by hop.
 */
export interface SecretVariable {
  readonly name: string;
  readonly mark: string;
  /** Where it may go. */
  readonly origins: readonly string[];
  /** The vault's errors. The caller holds the value no longer than the hop. */
  readonly open: () => Result<string>;
  /** It was taken from an answer and is kept in memory alone. */
  readonly isFromAnswer?: true;
}

/** The secret variables that a request uses. */
export interface UsedSecrets {
  readonly variables: readonly SecretVariable[];
  /** How the body writes a value: as it is, percent-encoded as a form does, or by the place at which it stands. */
  readonly encoding: 'none' | 'form' | 'json' | 'graphql';
}

/** What goes out beside the address. */
export interface WireParts {
  readonly headers: readonly HeaderField[];
  readonly body: ComposedRequest['body'];
}

/**
 * Finds out which secret variables a request uses, and refuses them where none may stand: `secret-variable-misplaced` for the address,
 * a header's name, and beside a key in its header.
 */
export function placeSecrets(
  request: ComposedRequest,
  variables: readonly SecretVariable[],
  encoding: UsedSecrets['encoding'],
): Result<ComposedRequest> {
  if (variables.length === 0) return ok(request);
  const used: SecretVariable[] = [];
  for (const variable of variables) {
    const { mark } = variable;
    if (request.url.includes(mark)) return misplaced(variable, 'address', 'url');
    if (request.headers.some(({ name }) => name.toLowerCase().includes(mark)))
      return misplaced(variable, 'header-name', 'headers');
    const { keyHeader } = request;
    if (keyHeader !== null && `${keyHeader.name}\n${keyHeader.before}\n${keyHeader.after}`.includes(mark))
      return misplaced(variable, 'key-header', 'headers');
    if (isCarried(variable, request)) used.push(variable);
  }
  return ok(used.length === 0 ? request : { ...request, secrets: { variables: used, encoding } });
}

/**
 * Puts the values into the place of their marks, for one hop. Errors, all of them before anything is sent: `variable-withheld` for an
 * origin to which a variable is not bound, the vault's, `request-invalid` for a value that no header can carry, and
 * `secret-variable-misplaced` when the address holds the value itself.
 */
export function openSecrets(
  request: ComposedRequest,
  parts: WireParts,
  { redactor, isServerProven }: Opening,
): Result<WireParts> {
  const { secrets } = request;
  if (secrets === undefined) return ok(parts);
  const origin = new URL(request.url).origin;
  let wire = parts;
  for (const variable of secrets.variables) {
    if (!isCarried(variable, request)) continue;
    if (!variable.origins.includes(origin) || !isTrustworthyOrigin(origin)) return withheld(variable, origin);
    if (!isServerProven) return unproven(variable, origin);
    const opened = variable.open();
    if (!opened.ok) return opened;
    const secret = opened.value;
    redactor.add(secret, MASKED, isTelling(secret) ? 'anywhere' : 'where-it-is-shown');
    if (redactor.holdsSecret(request.url)) return misplaced(variable, 'address', 'url');
    const filled = fill(wire, { variable, secret, encoding: secrets.encoding });
    if (!filled.ok) return filled;
    wire = filled.value;
  }
  return ok(wire);
}

export interface Opening {
  readonly redactor: Redactor;
  /** Whether the server's certificate is checked, or the person confirmed that it is not. */
  readonly isServerProven: boolean;
}

/** The text without marks, as it may be shown. */
export function hideMarks(text: string, variables: readonly SecretVariable[]): string {
  return variables.reduce((hidden, { mark }) => hidden.replaceAll(mark, MASKED), text);
}

/** Whether a secret variable's value goes out in the body. */
export function hasSecretBody({ body, secrets }: Pick<ComposedRequest, 'body' | 'secrets'>): boolean {
  return secrets?.variables.some((variable) => isCarried(variable, { headers: [], body })) === true;
}

function isCarried({ mark }: SecretVariable, { headers, body }: WireParts): boolean {
  return (
    headers.some(({ value }) => value.includes(mark)) || typedBytes(body).some((bytes) => holds(bytes, mark))
  );
}

/** What was typed of a body: not what stands in files. */
function typedBytes(body: ComposedRequest['body']): readonly Uint8Array[] {
  if (body === null) return [];
  return isUpload(body) ? body.parts.flatMap((part) => (part.kind === 'bytes' ? [part.bytes] : [])) : [body];
}

function holds(bytes: Uint8Array, mark: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(mark);
}

/** Shorter values, and plain words, stand in many texts by chance: they are masked, and nothing is refused because of them. */
export function isTelling(secret: string): boolean {
  return secret.length >= 20 || (secret.length >= 8 && /[^A-Za-z]/.test(secret));
}

/** RFC 9110, 5.5: visible ASCII, space and tab. */
const FIELD_VALUE = /^[\t\x20-\x7e]*$/;

interface Filling {
  readonly variable: SecretVariable;
  readonly secret: string;
  readonly encoding: UsedSecrets['encoding'];
}

function fill({ headers, body }: WireParts, { variable, secret, encoding }: Filling): Result<WireParts> {
  const { mark, name } = variable;
  const isInHeader = headers.some(({ value }) => value.includes(mark));
  if ((isInHeader && !FIELD_VALUE.test(secret)) || isUnfitForHead(body, mark, secret)) {
    return failed('request-invalid', { ...told('variableValueInvalid', { name }), field: 'headers' });
  }
  const filledText = filledBody(body, mark, (text) => filledBy(text, { mark, secret }, encoding));
  if (filledText === 'unfit')
    return failed('request-invalid', { ...told('variableInBlockString', { name }), field: 'body' });
  return ok({
    // A function, since a replacement text would give `$` a meaning.
    headers: headers.map((header) =>
      header.value.includes(mark)
        ? { ...header, value: header.value.replaceAll(mark, () => secret) }
        : header,
    ),
    body: filledText,
  });
}

/** `null`: the value can not be written there. */
function filledBy(text: string, filling: SecretFilling, encoding: UsedSecrets['encoding']): string | null {
  const { mark, secret } = filling;
  switch (encoding) {
    case 'none':
      return text.replaceAll(mark, () => secret);
    case 'form':
      return text.replaceAll(mark, () => new URLSearchParams({ v: secret }).toString().slice(2));
    case 'json':
      return fillJson(text, filling);
    case 'graphql':
      return fillGraphql(text, filling);
    default:
      return assertNever(encoding);
  }
}

/** The head of a part of a multipart form begins with its boundary; there a line break or a quote would begin something else. */
const PART_HEAD = /^--/;
const UNFIT_FOR_HEAD = /["\r\n]/;

function isUnfitForHead(body: ComposedRequest['body'], mark: string, secret: string): boolean {
  if (body === null || !isUpload(body) || !UNFIT_FOR_HEAD.test(secret)) return false;
  return typedBytes(body).some(
    (bytes) => holds(bytes, mark) && PART_HEAD.test(Buffer.from(bytes).toString('utf8')),
  );
}

function filledBody(
  body: ComposedRequest['body'],
  mark: string,
  write: (text: string) => string | null,
): ComposedRequest['body'] | 'unfit' {
  if (body === null) return null;
  if (!isUpload(body)) return filledBytes(body, mark, write) ?? 'unfit';
  const parts = body.parts.map((part) =>
    part.kind === 'bytes' ? { ...part, bytes: filledBytes(part.bytes, mark, write) ?? part.bytes } : part,
  );
  return { parts };
}

function filledBytes(
  bytes: Uint8Array,
  mark: string,
  write: (text: string) => string | null,
): Uint8Array | null {
  if (!holds(bytes, mark)) return bytes;
  const text = write(Buffer.from(bytes).toString('utf8'));
  return text === null ? null : Buffer.from(text, 'utf8');
}

function misplaced(
  { name }: SecretVariable,
  place: 'address' | 'header-name' | 'key-header',
  field: string,
): ReturnType<typeof failed> {
  return failed('secret-variable-misplaced', { ...told('variableMisplaced', { name, place }), field });
}

function withheld(
  { name, origins, isFromAnswer }: SecretVariable,
  origin: string,
): ReturnType<typeof failed> {
  const said = { origin, name, known: origins.join(', ') };
  const words = isFromAnswer === true ? told('answerWithheld', said) : told('variableWithheld', said);
  return failed('variable-withheld', words);
}

function unproven({ name }: SecretVariable, origin: string): ReturnType<typeof failed> {
  return failed('variable-withheld', told('variableUnproven', { origin, name }));
}
