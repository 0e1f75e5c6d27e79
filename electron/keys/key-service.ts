import type { ApiKey } from '../../shared/domain/api-key.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { KeyExposure } from '../../shared/domain/key-exposure.ts';
import type { ExpiryChoice, GraceChoice } from '../../shared/domain/expiry.ts';
import { addStagedKey, type AddStagedInput } from './add-staged-key.ts';
import { listApiKeyRecords } from './api-key-rows.ts';
import { deleteKey } from './delete-key.ts';
import { makeKeyDefault, renameKey, setKeyDisabled, setKeyExpiration, setKeyReadOnly } from './edit-key.ts';
import { endGrace, forgetOldSecret } from './end-old-secret.ts';
import { generateKey } from './generate-key.ts';
import { issueToMember, type IssueToMemberInput } from './issue-to-member.ts';
import type { KeyContext } from './key-context.ts';
import { keyExposure } from './key-exposure.ts';
import type { NewKeyInput } from './new-key-rules.ts';
import { regenerateExposedKey, regenerateKey } from './regenerate-key.ts';
import { revealKey } from './reveal-key.ts';
import { createSecretShelf } from './secret-shelf.ts';
import { markSeenExpired } from './seen-expired.ts';
import { swapStagedKey, type SwapStagedInput, type VerifySecret } from './swap-staged-key.ts';
import { stagePaste, type StagedPaste } from './stage-paste.ts';

const REVEAL_HELD_MS = 5 * 60_000;
const STAGED_HELD_MS = 10 * 60_000;

/** What a person can do with API keys. Each change is one transaction, and `keys.changed` follows it. */
export interface KeyService {
  /** Every key of one's own, newest first. Opens no secret. */
  list(): readonly ApiKey[];
  generate(input: NewKeyInput): Promise<Result<ApiKey>>;
  reveal(id: string): Result<{ readonly secret: string }>;
  stagePaste(): Promise<Result<StagedPaste>>;
  addStaged(input: AddStagedInput): Promise<Result<ApiKey>>;
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
  /** Values of these keys that wait for a reveal or are handed over leave memory. */
  dropHeldSecrets(ids: readonly string[]): void;
  /** At lock and at quit: values that wait for a reveal and pasted keys leave memory. */
  forgetHeldSecrets(): void;
}

export interface KeyServiceOptions extends Omit<KeyContext, 'reveals' | 'handovers' | 'staged'> {
  /** Asked before a pasted secret takes another's place; without it every one is taken. */
  readonly verifySecret?: VerifySecret;
}

export function createKeyService(options: KeyServiceOptions): KeyService {
  const verifySecret = options.verifySecret ?? (() => Promise.resolve(ok(null)));
  const context: KeyContext = {
    ...options,
    reveals: createSecretShelf(options.clock, REVEAL_HELD_MS),
    handovers: createSecretShelf(options.clock, REVEAL_HELD_MS),
    staged: createSecretShelf(options.clock, STAGED_HELD_MS),
  };
  return {
    list() {
      markSeenExpired(context);
      return listApiKeyRecords(context.ledger, context.clock.now()).map(({ apiKey }) => apiKey);
    },
    generate: (input) => generateKey(context, input),
    reveal: (id) => revealKey(context, id),
    stagePaste: () => stagePaste(context),
    addStaged: (input) => addStagedKey(context, input),
    rename: (input) => renameKey(context, input),
    setExpiration: (input) => setKeyExpiration(context, input),
    makeDefault: (id) => makeKeyDefault(context, id),
    setDisabled: (input) => setKeyDisabled(context, input),
    setReadOnly: (input) => setKeyReadOnly(context, input),
    regenerate: (input) => regenerateKey(context, input),
    regenerateExposed: (id) => regenerateExposedKey(context, id),
    swapStaged: (input) => swapStagedKey(context, input, verifySecret),
    endGrace: (id) => endGrace(context, id),
    forgetOld: (id) => forgetOldSecret(context, id),
    exposure: (id) => keyExposure(context, id),
    remove: (id) => deleteKey(context, id),
    issueToMember: (input) => issueToMember(context, input),
    handedOver: (id) => context.handovers.peek(id),
    dropHeldSecrets(ids) {
      for (const id of ids) {
        context.reveals.drop(id);
        context.handovers.drop(id);
      }
    },
    forgetHeldSecrets() {
      context.handovers.clear();
      context.reveals.clear();
      context.staged.clear();
    },
  };
}
