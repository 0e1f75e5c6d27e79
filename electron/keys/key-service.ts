import { needsAttention, type ApiKey } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { KeyFind, KeyPage, KeyPageRequest } from '../../shared/domain/key-list.ts';
import type { KeyExposure } from '../../shared/domain/key-exposure.ts';
import type { ExpiryChoice, GraceChoice } from '../../shared/domain/expiry.ts';
import type { StagedCheck } from '../../shared/domain/key-verification.ts';
import { isVerifiable } from '../../shared/domain/service.ts';
import { addStagedKey, type AddStagedInput } from './add-staged-key.ts';
import { createApiKeyPages, type ApiKeyPages } from './api-key-pages.ts';
import { listApiKeyRecords, listNotableRecords } from './api-key-rows.ts';
import { addKeyOrigin, removeKeyOrigin } from './change-key-origins.ts';
import { createCheckMemo } from './check-memo.ts';
import { deleteKey, deleteKeys } from './delete-key.ts';
import { makeKeyDefault, renameKey, setKeyDisabled, setKeyExpiration, setKeyReadOnly } from './edit-key.ts';
import { endGrace, forgetOldSecret } from './end-old-secret.ts';
import { generateKey } from './generate-key.ts';
import { listGraceEnds } from './issued-secret-rows.ts';
import { listSoonEndingOutlines } from './key-outline-rows.ts';
import { readPolicies } from './policy-rows.ts';
import { issueToMember, type IssueToMemberInput } from './issue-to-member.ts';
import { keepFoundKeys, type FoundKey } from './keep-found-keys.ts';
import type { KeyContext } from './key-context.ts';
import { requireOwnKey } from './key-rules.ts';
import { keyExposure } from './key-exposure.ts';
import type { NewKeyInput } from './new-key-rules.ts';
import { regenerateExposedKey, regenerateKey } from './regenerate-key.ts';
import { revealKey } from './reveal-key.ts';
import { createSecretShelf } from './secret-shelf.ts';
import { markSeenExpired } from './seen-expired.ts';
import { swapStagedKey, type SwapStagedInput, type VerifySecret } from './swap-staged-key.ts';
import { listEnvironmentKeys, stageEnvironmentKey } from './environment-keys.ts';
import { stagePaste, type StagedPaste } from './stage-paste.ts';
import { verifyKey } from './verify-key.ts';
import { verificationError, verifyStagedKey } from './verify-staged-key.ts';

const REVEAL_HELD_MS = 5 * 60_000;
const STAGED_HELD_MS = 10 * 60_000;

/** What a person can do with API keys. Each change is one transaction, and `keys.changed` follows it. */
export interface KeyService {
  /** Every key of one's own, newest first. Opens no secret. */
  list(): readonly ApiKey[];
  /** A part of them, searched and sorted. */
  page(request: KeyPageRequest): KeyPage;
  /** Those to choose from: the first that match. */
  find(wanted: KeyFind): readonly ApiKey[];
  /** `not-found` for one that is not one's own. */
  get(id: string): Result<ApiKey>;
  /** How many of them end soon and are not being rotated. */
  countAttention(): number;
  /** The `most` most important of them, and those that end soon or next: what the tray shows and counts. */
  listNotable(most: number): readonly ApiKey[];
  generate(input: NewKeyInput): Promise<Result<ApiKey>>;
  reveal(id: string): Result<{ readonly secret: string }>;
  stagePaste(): Promise<Result<StagedPaste>>;
  /** The names of variables of the environment that look like keys. */
  listInEnvironment(): readonly string[];
  stageFromEnvironment(name: string): Result<StagedPaste>;
  verifyStaged(input: { readonly token: string; readonly serviceId: string }): Promise<Result<StagedCheck>>;
  addStaged(input: AddStagedInput): Promise<Result<ApiKey>>;
  /** Keeps values that an import found, with what it does alongside, in one transaction. */
  keepFound(
    found: readonly FoundKey[],
    alongside: (keys: readonly ApiKey[]) => Result<null>,
  ): Promise<Result<readonly ApiKey[]>>;
  /** Deletes keys with what is done alongside, in one transaction. */
  removeWith(ids: readonly string[], alongside: () => Result<null>): Result<null>;
  /** Asks the key's service about it now. */
  verify(id: string): Promise<Result<ApiKey>>;
  addOrigin(input: { readonly id: string; readonly origin: string }): Promise<Result<ApiKey>>;
  removeOrigin(input: { readonly id: string; readonly origin: string }): Result<ApiKey>;
  rename(input: { readonly id: string; readonly name: string }): Result<ApiKey>;
  setExpiration(input: { readonly id: string; readonly expiry: ExpiryChoice }): Result<ApiKey>;
  makeDefault(id: string): Result<ApiKey>;
  setDisabled(input: { readonly id: string; readonly isDisabled: boolean }): Result<ApiKey>;
  setReadOnly(input: { readonly id: string; readonly isReadOnly: boolean }): Result<ApiKey>;
  regenerate(input: { readonly id: string; readonly grace: GraceChoice }): Promise<Result<ApiKey>>;
  /** The present value is dead at once. */
  regenerateExposed(id: string): Promise<Result<ApiKey>>;
  swapStaged(input: SwapStagedInput): Promise<Result<ApiKey>>;
  endGrace(id: string): Result<ApiKey>;
  forgetOld(id: string): Result<ApiKey>;
  exposure(id: string): Result<KeyExposure>;
  remove(id: string): Result<null>;
  issueToMember(input: IssueToMemberInput): Promise<Result<ApiKey>>;
  /** The value of a key that was issued to another member, until it is handed over; for the main process alone. */
  handedOver(id: string): string | null;
  /** Values that wait for a reveal or are handed over leave memory, of the keys of which `isToGo` says so. */
  dropHeldSecrets(isToGo: (id: string) => boolean): void;
  /** At lock and at quit: values that wait for a reveal and pasted keys leave memory. */
  forgetHeldSecrets(): void;
}

export type KeyServiceOptions = Omit<KeyContext, 'reveals' | 'handovers' | 'staged' | 'checks'>;

export function createKeyService(options: KeyServiceOptions): KeyService {
  const context: KeyContext = {
    ...options,
    reveals: createSecretShelf(options.clock, REVEAL_HELD_MS),
    handovers: createSecretShelf(options.clock, REVEAL_HELD_MS),
    staged: createSecretShelf(options.clock, STAGED_HELD_MS),
    checks: createCheckMemo(),
  };
  const verifySecret = refuseUnaccepted(context);
  const pages = createApiKeyPages(context);
  return {
    ...createReading(context, pages),
    generate: (input) => generateKey(context, input),
    reveal: (id) => revealKey(context, id),
    stagePaste: () => stagePaste(context),
    listInEnvironment: () => listEnvironmentKeys(context),
    stageFromEnvironment: (name) => stageEnvironmentKey(context, name),
    verifyStaged: (input) => verifyStagedKey(context, input),
    addStaged: (input) => addStagedKey(context, input),
    keepFound: (found, alongside) => keepFoundKeys(context, found, alongside),
    removeWith: (ids, alongside) => deleteKeys(context, ids, alongside),
    verify: (id) => verifyKey(context, id),
    addOrigin: (input) => addKeyOrigin(context, input),
    removeOrigin: (input) => removeKeyOrigin(context, input),
    rename: (input) => pages.following(input.id, () => renameKey(context, input)),
    setExpiration: (input) => pages.following(input.id, () => setKeyExpiration(context, input)),
    makeDefault: (id) => makeKeyDefault(context, id),
    setDisabled: (input) => pages.following(input.id, () => setKeyDisabled(context, input)),
    setReadOnly: (input) => pages.following(input.id, () => setKeyReadOnly(context, input)),
    regenerate: (input) => regenerateKey(context, input),
    regenerateExposed: (id) => regenerateExposedKey(context, id),
    swapStaged: (input) => swapStagedKey(context, input, verifySecret),
    endGrace: (id) => endGrace(context, id),
    forgetOld: (id) => forgetOldSecret(context, id),
    exposure: (id) => keyExposure(context, id),
    remove: (id) => deleteKey(context, id),
    issueToMember: (input) => issueToMember(context, input),
    handedOver: (id) => context.handovers.peek(id),
    dropHeldSecrets(isToGo) {
      for (const shelf of [context.reveals, context.handovers]) {
        for (const id of shelf.labels()) if (isToGo(id)) shelf.drop(id);
      }
    },
    forgetHeldSecrets() {
      context.handovers.clear();
      context.reveals.clear();
      context.staged.clear();
      context.checks.forget();
    },
  };
}

/** What only looks. */
function createReading(
  context: KeyContext,
  pages: Pick<ApiKeyPages, 'page' | 'find'>,
): Pick<KeyService, 'list' | 'page' | 'find' | 'get' | 'countAttention' | 'listNotable'> {
  return {
    list() {
      markSeenExpired(context);
      return listApiKeyRecords(context.ledger, context.clock.now()).map(({ apiKey }) => apiKey);
    },
    find(wanted) {
      markSeenExpired(context);
      return pages.find(wanted);
    },
    page(request) {
      markSeenExpired(context);
      return pages.page(request);
    },
    get(id) {
      const record = requireOwnKey(context, id);
      if (record.ok) return ok(record.value.apiKey);
      return record.error.code === 'key-of-another-member' ? failed('not-found') : record;
    },
    countAttention() {
      return countAttention(context);
    },
    listNotable(most) {
      markSeenExpired(context);
      return listNotableRecords(context.ledger, { now: context.clock.now(), most }).map(
        ({ apiKey }) => apiKey,
      );
    },
  };
}

function countAttention({ ledger, clock }: Pick<KeyContext, 'ledger' | 'clock'>): number {
  const now = clock.now();
  const policies = readPolicies(ledger);
  const graceEnds = listGraceEnds(ledger, now);
  return listSoonEndingOutlines(ledger, now).filter(({ id, isDisabled, hasExpired, endOf }) => {
    const graceEndsAt = graceEnds.get(id) ?? null;
    return needsAttention({ isDisabled, hasExpired, graceEndsAt, ...endOf(policies) }, now);
  }).length;
}

/**
 * Only a refusal of the service stops a new secret from taking the old one's place: a rotation must be possible while the
 * service cannot be asked, and the old secret is still there.
 */
function refuseUnaccepted({ services, verifier }: KeyContext): VerifySecret {
  return async (serviceId, secret) => {
    const service = services.find(serviceId);
    if (service === null || !isVerifiable(service)) return ok(null);
    const answer = await verifier.verify(service, { kind: 'value', secret });
    if (answer.ok || answer.error.code !== 'service-refused-key') return ok(null);
    return { ok: false, error: verificationError(service, answer.error) };
  };
}
