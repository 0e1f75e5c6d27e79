import type { EventName } from '../../shared/contract/contract.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { KeyAccount } from '../../shared/domain/key-verification.ts';
import { LOCAL_SERVICE_ID, type Service } from '../../shared/domain/service.ts';
import { createActivityLog } from '../../electron/keys/activity-log.ts';
import { createKeyCopier } from '../../electron/keys/copy-key.ts';
import { createTextCopier } from '../../electron/keys/copy-text.ts';
import { createSigningKeys } from '../../electron/keys/create-signing-keys.ts';
import { createIssuedKeyStore } from '../../electron/keys/issued-key-store.ts';
import type { KeyContext } from '../../electron/keys/key-context.ts';
import { createKeyService } from '../../electron/keys/key-service.ts';
import type { KeyToVerify, KeyVerifier } from '../../electron/keys/key-verifier.ts';
import type { Ledger } from '../../electron/keys/ledger/ledger.ts';
import { ensureFirstMember } from '../../electron/keys/member-rows.ts';
import type { NewKeyInput } from '../../electron/keys/new-key-rules.ts';
import { createProfiles } from '../../electron/keys/profiles.ts';
import { createSecretScan } from '../../electron/keys/secret-scan.ts';
import { createPolicies } from '../../electron/keys/policies.ts';
import { createServiceDirectory } from '../../electron/keys/service-directory.ts';
import { ensureBuiltInServices } from '../../electron/keys/service-rows.ts';
import type { Issuer } from '../../electron/local-api/issuer.ts';
import type { Random } from '../../electron/ports/random.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import { fakeIssuer } from './fake-issuer.ts';
import { fakeVault } from './fake-vault.ts';
import {
  inMemoryClipboard,
  inMemoryFiles,
  manualClock,
  recordingLogger,
  recordingNotifier,
  seededRandom,
  type ManualClock,
} from './in-memory-ports.ts';
import { memoryLedger } from './memory-ledger.ts';
import { valueOf } from './results.ts';

export interface OwnParts<OwnLedger extends Ledger, OwnVault extends Vault> {
  readonly ledger: OwnLedger;
  readonly vault: OwnVault;
  readonly clock?: ManualClock;
  readonly random?: Random;
  /** The real one; else `issuer` of the bench. */
  readonly issuer?: Issuer;
  /** The real one; else one that answers as `verifying` of the bench says. */
  readonly verifier?: KeyVerifier;
  /** The variables of the environment; else none. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface VerifierQuestion {
  readonly serviceId: string;
  readonly key: KeyToVerify;
}

/** Everything about keys, over this ledger and vault, and fakes of the rest. */
export function keysBench<OwnLedger extends Ledger, OwnVault extends Vault>(
  own: OwnParts<OwnLedger, OwnVault>,
) {
  const { ledger, vault, clock = manualClock(), random = seededRandom() } = own;
  const logger = recordingLogger();
  const clipboard = inMemoryClipboard();
  const notifier = recordingNotifier();
  const issuer = fakeIssuer();
  const published: EventName[] = [];
  const publish = (event: EventName) => void published.push(event);
  /** What the person answers when asked about more origins, and what was asked. */
  const widening: { answer: boolean; readonly asked: { service: Service; added: readonly string[] }[] } = {
    answer: true,
    asked: [],
  };
  const confirmWidening = (service: Service, added: readonly string[]): Promise<boolean> => {
    widening.asked.push({ service, added });
    return Promise.resolve(widening.answer);
  };

  /** What services say of keys; the same for all, and what they were asked. */
  const verifying: { answer: Result<KeyAccount | null>; readonly asked: VerifierQuestion[] } = {
    answer: ok(null),
    asked: [],
  };
  const verifier: KeyVerifier = {
    verify(service, key) {
      verifying.asked.push({ serviceId: service.id, key });
      return Promise.resolve(verifying.answer);
    },
  };
  /** What the person answers when asked about one more origin of a key, and what was asked. */
  const originQuestions: { answer: boolean; readonly asked: { apiKeyId: string; origin: string }[] } = {
    answer: true,
    asked: [],
  };
  const confirmOrigin: KeyContext['confirmOrigin'] = ({ id }, _service, origin) => {
    originQuestions.asked.push({ apiKeyId: id, origin });
    return Promise.resolve(originQuestions.answer);
  };

  ensureBuiltInServices(ledger, clock.now());
  const member = ensureFirstMember(ledger, { userName: 'Ada', random, now: clock.now() });
  const services = createServiceDirectory({ ledger, clock, random, publish, confirmWidening });
  const parts = { ledger, vault, clock, random, logger, publish, services };
  const isCopiedHere = (text: string) => copier.isCopiedHere(text);
  const keys = createKeyService({
    ...parts,
    ...{ verifier: own.verifier ?? verifier, confirmOrigin },
    issuer: own.issuer ?? issuer,
    ...{ clipboard, isCopiedHere, environment: own.environment ?? {} },
  });
  const profiles = createProfiles(parts);
  const policies = createPolicies(parts);
  const copier = createKeyCopier({ ...parts, clipboard, notifier, clearAfterMs: () => 30_000 });
  const secretScan = createSecretScan(parts);
  const files = inMemoryFiles();
  const activityLog = createActivityLog({ ...parts, ...files, secretScan });
  const textCopier = createTextCopier({ clipboard, secretScan, logger });
  const signingKeys = createSigningKeys(parts);
  const issuedKeys = createIssuedKeyStore(parts);

  /** Generates a key of the Local API unless told otherwise. */
  const generate = async (changes: Partial<NewKeyInput> = {}): Promise<ApiKey> =>
    valueOf(
      await keys.generate({
        name: 'CI key',
        serviceId: LOCAL_SERVICE_ID,
        expiry: { kind: 'never' },
        ...changes,
      }),
    );
  /** The value of a key, as the sender gets it. */
  const secretOf = (id: string): string => valueOf(signingKeys.openSecret(id));
  /** What the Local API's server thinks of a secret. */
  const stateAtServer = (secret: string) => issuedKeys.find(secret.split('_')[1] ?? '')?.state ?? null;

  return {
    ...parts,
    ...{ clipboard, notifier, issuer, published, widening, verifying, originQuestions, profiles, member },
    ...{ secretScan, savedFiles: files, activityLog, textCopier },
    ...{ keys, policies, copier, signingKeys, issuedKeys, generate, secretOf, stateAtServer },
  };
}

/** In memory, with what `own` replaces. */
export function memoryKeysBench(own: Pick<OwnParts<Ledger, Vault>, 'environment'> = {}) {
  return keysBench({ ledger: memoryLedger(), vault: fakeVault(), ...own });
}
