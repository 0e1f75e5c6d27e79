import type { CommandInput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { CodeSnippet, SnippetLanguage } from '../../shared/domain/code-snippet.ts';
import type { KeyNames } from '../collections/auth-mapping.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import type { SecretScan } from '../keys/secret-scan.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import type { Random } from '../ports/random.ts';
import { composeRequest } from '../requests/compose-request.ts';
import type { ComposedRequest, HeaderField } from '../requests/composed-request.ts';
import type { MadeValues } from '../requests/made-values.ts';
import { scopeOf } from '../requests/place-scope.ts';
import { NO_PLACE, secretVariablesAt, settleDraft, type RequestPlaces } from '../requests/request-place.ts';
import { decideSigning } from '../requests/sign-hop.ts';
import { isUpload } from '../requests/upload-body.ts';
import { splitAtMarks, type Placeholder } from './snippet-text.ts';
import { writeSnippet } from './write-snippet.ts';
import { told } from '../told.ts';

export interface SnippetServiceOptions {
  readonly places: Pick<RequestPlaces, 'find'>;
  readonly keyNames: KeyNames;
  readonly signingKeys: Pick<SigningKeys, 'services' | 'findKey' | 'defaultKeyOf' | 'isExpired'>;
  readonly secretScan: SecretScan;
  readonly random: Pick<Random, 'bytes'>;
  /** A snippet can be run as it is, so it has values of its own. */
  readonly madeValues: MadeValues;
}

/** The command `exports.getSnippet`. */
export interface SnippetService {
  get(input: CommandInput<'exports.getSnippet'>): Promise<Result<CodeSnippet>>;
}

/** The variable that a snippet takes the key from, as those of *Use it elsewhere* do. */
const KEY_VARIABLE = 'KEYFOB_KEY';

export function createSnippetService(options: SnippetServiceOptions): SnippetService {
  return {
    async get(input) {
      try {
        return await snippetOf(input, options);
      } catch (error) {
        if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
        throw error;
      }
    },
  };
}

/** Composes the request as it would be sent; no secret is opened for it. */
async function snippetOf(
  { draft: typed, collectionId, requestId, language }: CommandInput<'exports.getSnippet'>,
  { places, keyNames, signingKeys, secretScan, random, madeValues }: SnippetServiceOptions,
): Promise<Result<CodeSnippet>> {
  const place = (await places.find(collectionId, requestId)) ?? NO_PLACE;
  const settled = settleDraft(typed, place, keyNames);
  if (!settled.ok) return settled;
  const draft = settled.value;
  const secretVariables = secretVariablesAt(place);
  const scope = scopeOf(place, { signingKeys, madeValues });
  const composed = composeRequest(draft, { scope, secretVariables, userAgent: '', acceptEncoding: '' });
  if (!composed.ok) return composed;
  const request = composed.value;
  if (isUpload(request.body)) {
    return failed('request-invalid', { ...told('noCodeForFiles'), field: 'body' });
  }
  const keyMark = `kfkey${Buffer.from(random.bytes(16)).toString('hex')}`;
  const keyHeader = keyHeaderOf(
    request,
    { keyChoice: draft.keyChoice, collectionServiceId: place.serviceId },
    signingKeys,
  );
  const headers = [
    ...(keyHeader === null
      ? []
      : [{ name: keyHeader.name, value: keyHeader.before + keyMark + keyHeader.after }]),
    ...withoutDefaults(request.headers, draft.headers),
  ];
  const placeholders: readonly Placeholder[] = [
    { mark: keyMark, variable: KEY_VARIABLE },
    ...secretVariables.map(({ mark, name }) => ({ mark, variable: variableFor(name) })),
  ];
  const texts = {
    ...{ method: request.method, url: request.url.toWellFormed(), headers },
    body: request.body === null ? null : Buffer.from(request.body).toString('utf8'),
  };
  const whole = [texts.url, ...headers.flatMap(({ name, value }) => [name, value]), texts.body ?? ''];
  if (language === 'shell-curl' && whole.some((text) => text.includes('\0'))) {
    return failed('request-invalid', { ...told('noCodeForNul'), field: 'body' });
  }
  const code = codeOf(texts, placeholders, language);
  // What is in quotes may be written otherwise than it reads.
  if (secretScan.holdsSecret(code) || secretScan.holdsSecret(whole.join('\n'))) {
    return failed('text-holds-secret', told('noCodeForSecret'));
  }
  const used = placeholders.filter(({ mark }) => whole.some((text) => text.includes(mark)));
  return ok({ code, placeholders: [...new Set(used.map(({ variable }) => variable))] });
}

interface Texts {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderField[];
  readonly body: string | null;
}

function codeOf(
  { method, url, headers, body }: Texts,
  placeholders: readonly Placeholder[],
  language: SnippetLanguage,
): string {
  return writeSnippet(
    {
      ...{ method, url },
      headers: headers.map(({ name, value }) => ({ name, value: splitAtMarks(value, placeholders) })),
      body: body === null ? null : splitAtMarks(body, placeholders),
    },
    language,
  );
}

function keyHeaderOf(
  request: ComposedRequest,
  wish: Pick<
    Extract<Parameters<typeof decideSigning>[1], { kind: 'start' }>,
    'keyChoice' | 'collectionServiceId'
  >,
  signingKeys: SnippetServiceOptions['signingKeys'],
) {
  const hop = {
    ...{ method: request.method, headers: request.headers },
    origin: new URL(request.url).origin,
    isServerUnproven: false,
  };
  const decision = decideSigning(hop, { kind: 'start', ...wish }, signingKeys);
  if (decision.kind !== 'sent') return null;
  return request.keyHeader ?? { name: decision.headerName, before: '', after: '' };
}

const DEFAULTS = new Set(['user-agent', 'accept', 'accept-encoding']);

/** Without what Keyfob adds of itself. */
function withoutDefaults(
  headers: readonly HeaderField[],
  typed: readonly { readonly name: string }[],
): readonly HeaderField[] {
  const names = new Set(typed.map(({ name }) => name.trim().toLowerCase()));
  return headers.filter(({ name }) => names.has(name.toLowerCase()) || !DEFAULTS.has(name.toLowerCase()));
}

/** `api token` -> `KEYFOB_API_TOKEN`. */
function variableFor(name: string): string {
  return `KEYFOB_${name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}`;
}
