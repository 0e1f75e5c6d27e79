import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { LockReason, VaultState } from '../../shared/domain/vault-state.ts';
import { LedgerUnavailableError, LedgerWriteError, type Ledger } from '../keys/ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Keychain } from '../ports/keychain.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import { createAttemptLimit } from './attempt-limit.ts';
import { boundedKeychain } from './bounded-keychain.ts';
import { createCustody, type Custody } from './custody.ts';
import { createKeyHolding, type KeyHolding } from './key-holding.ts';
import { createLateLock, type LateLock } from './late-lock.ts';
import { openWith, sealWith, secretContext } from './sealing.ts';
import { WRAP_COST } from './passphrase-envelope.ts';
import { NEVER_ASKED, type Presence } from './presence.ts';
import { refusal } from './vault-refusal.ts';
import { isBegunInKeychain, isLost, isWrapped } from './vault-rows.ts';
import type { OpenOptions, Vault, VaultCustody } from './vault.ts';
import { told } from '../told.ts';

const KEYCHAIN_TIMEOUT_MS = 10_000;

export interface VaultOptions {
  readonly keychain: Keychain;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long one call of the keychain may take, in milliseconds; 10 s unless told otherwise. */
  readonly keychainTimeoutMs?: number;
  /** Asked before the keychain gives the master key; nobody is unless told otherwise. */
  readonly presence?: Presence;
  /** What deriving a key from a passphrase costs (scrypt's N); 2^17 unless told otherwise. */
  readonly wrapCost?: number;
}

/** The vault over the system's keychain and the ledger. `open` it once at start. */
export function createVault(options: VaultOptions): Vault & VaultCustody {
  const { clock, logger, keychainTimeoutMs: timeoutMs = KEYCHAIN_TIMEOUT_MS } = options;
  const { ledger, presence = NEVER_ASKED } = options;
  const publication = createPublication();
  const lateLock = createLateLock();
  const { inTurn } = lateLock;
  const openings = new Map<boolean, Promise<VaultState>>();
  const keychain = boundedKeychain({
    keychain: options.keychain,
    clock,
    logger,
    timeoutMs,
    onLateAnswer: () => void open({ quietly: true }),
  });
  const holding = createKeyHolding({ ...options, keychain });
  const locking = createLocking({ holding, publication, lateLock });
  const { settle } = locking;

  const find = async (quietly: boolean): Promise<VaultState> => {
    if (locking.isLocked()) return publication.state();
    const found = await findIn({ holding, ledger, logger, presence }, quietly);
    if (found === null) return publication.state();
    if (found.kind === 'locked' && found.holder === 'keychain') locking.set(found.reason);
    return settle(found);
  };
  const open = ({ quietly = false }: OpenOptions = {}): Promise<VaultState> => {
    const opening =
      openings.get(quietly) ?? inTurn(() => find(quietly)).finally(() => openings.delete(quietly));
    openings.set(quietly, opening);
    return opening;
  };
  const parts: Parts = { find, holding, publication, settle };
  const prepare = (): Promise<Result<null>> =>
    inTurn(() => (holding.held() ? Promise.resolve(ok(null)) : prepareIn(parts)));

  const custody = createCustody({
    ...options,
    holding,
    keychain,
    presence,
    limit: createAttemptLimit(clock),
    wrapCost: options.wrapCost ?? WRAP_COST,
    find: () => find(false),
    state: () => publication.state(),
    publish: settle,
    setLock: locking.set,
  });

  return {
    ...inOrder(custody, lateLock, () => askIfNeeded({ ledger, holding, presence })),
    state: () => publication.state(),
    onChange: (listener) => publication.onChange(listener),
    open,
    prepare,
    useMemory: () => inTurn(() => useMemoryIn(parts)),
    ...sealing(options, holding, publication),
    forget() {
      holding.forget();
      publication.set({ kind: 'opening' });
    },
  };
}

interface LockingParts {
  readonly holding: KeyHolding;
  readonly publication: Publication;
  readonly lateLock: LateLock;
}

/** Why Keyfob is locked, and the one place where it is unlocked. */
function createLocking({ holding, publication, lateLock }: LockingParts) {
  let lockedFor: LockReason | null = null;
  return {
    isLocked: () => lockedFor !== null,
    set: (reason: LockReason | null): void => {
      lockedFor = reason;
    },
    settle: (state: VaultState): VaultState => {
      const reason = lateLock.due();
      if (state.kind !== 'unlocked' || state.holder === 'memory' || reason === null)
        return publication.set(state);
      holding.forget();
      lockedFor = reason;
      return publication.set({ kind: 'locked', holder: state.holder, reason });
    },
  };
}

function sealing(
  { ledger, random }: VaultOptions,
  holding: KeyHolding,
  publication: Publication,
): Pick<Vault, 'seal' | 'unseal'> {
  return {
    seal(secret, binding) {
      const key = holding.held();
      if (key === null) throw new Error('The vault has no master key: prepare it before sealing');
      if (!secret.isWellFormed()) throw new TypeError('A secret must be well-formed Unicode');
      return sealWith(key.masterKey, secret, { additional: secretContext(binding), nonce: random.bytes(12) });
    },
    unseal(sealed, binding) {
      const key = holding.held();
      if (key === null) return refusal(publication.state());
      const secret = openWith(key.masterKey, sealed, secretContext(binding));
      if (secret !== null) return ok(secret);
      return failed('secret-damaged', isLost(ledger, binding) ? told('lostSecret') : {});
    },
  };
}

interface Parts {
  readonly find: (quietly: boolean) => Promise<VaultState>;
  readonly holding: KeyHolding;
  readonly publication: Publication;
  readonly settle: (state: VaultState) => VaultState;
}

async function prepareIn({ find, holding, settle }: Parts): Promise<Result<null>> {
  const found = await find(false);
  if (found.kind === 'unlocked') return ok(null);
  if (found.kind === 'opening') return failed('ledger-unavailable');
  const mayBegin =
    found.kind === 'empty' || (found.kind === 'unreadable' && found.reason === 'holder-was-memory');
  if (!mayBegin) return refusal(found);
  return guarded(async () => {
    const begun = await holding.begin('keychain');
    // What was sealed in memory stays the more important news, until something replaces it.
    const state = found.kind === 'empty' || begun.kind === 'unlocked' ? settle(begun) : begun;
    return state.kind === 'unlocked' ? ok(null) : refusal(state);
  });
}

async function useMemoryIn({ find, holding, publication }: Parts): Promise<Result<VaultState>> {
  const found = await find(true);
  if (found.kind === 'unlocked') return ok(found);
  return guarded(async () => {
    const begun = await holding.begin('memory');
    return begun.kind === 'unlocked' ? ok(publication.set(begun)) : refusal(found);
  });
}

/** What there is at a start, or later; `null` while the ledger is closed. Where Touch ID is to be asked, Keyfob begins locked. */
async function findIn(
  { holding, ledger, logger, presence }: Asking & Pick<VaultOptions, 'logger'>,
  quietly: boolean,
): Promise<VaultState | null> {
  try {
    if (holding.held() === null && presence.isAsked() && isBegunInKeychain(ledger)) {
      return { kind: 'locked', holder: 'keychain', reason: 'start' };
    }
    return await holding.find(!quietly);
  } catch (error) {
    if (!(error instanceof LedgerUnavailableError)) throw error;
    // Whether anything is sealed is not known; the window shows what became of the ledger.
    logger.warn('The vault waits for the ledger');
    return null;
  }
}

interface Asking extends Pick<Parts, 'holding'> {
  readonly ledger: Ledger;
  readonly presence: Presence;
}

/** Whether the person was asked before the keychain is, and answered. */
async function askIfNeeded({ ledger, holding, presence }: Asking): Promise<Result<boolean>> {
  if (holding.held() !== null || isWrapped(ledger) || !presence.isAsked()) return ok(false);
  const asked = await presence.ask('unlock');
  return asked.ok ? ok(true) : asked;
}

/**
 * One after the other, and with the ledger's own refusals as values. Locking waits for nothing, and the question for the person is asked
 * before its turn: while it is open, a recovery kit can be opened.
 */
function inOrder(custody: Custody, lateLock: LateLock, ask: () => Promise<Result<boolean>>): VaultCustody {
  const { inTurn } = lateLock;
  const run = <Value>(work: () => Promise<Result<Value>>, since?: number): Promise<Result<Value>> =>
    inTurn(() => guarded(work), since);
  return {
    lock(reason) {
      const locked = custody.lock(reason);
      if (locked.ok) lateLock.ask(reason);
      return locked;
    },
    async unlock(passphrase) {
      const since = lateLock.mark();
      const isPresent = await guarded(ask);
      return isPresent.ok ? run(() => custody.unlock(passphrase, isPresent.value), since) : isPresent;
    },
    unlockUnasked: () => run(() => custody.unlock(null, false)),
    usePassphrase: (passphrase) => run(() => custody.usePassphrase(passphrase)),
    changePassphrase: (change) => run(() => custody.changePassphrase(change)),
    useKeychain: () => run(() => custody.useKeychain()),
    makeRecoveryKit: (passphrase) => run(() => custody.makeRecoveryKit(passphrase)),
    opensRecoveryKit: (text, passphrase) => inTurn(() => custody.opensRecoveryKit(text, passphrase)),
    restoreRecoveryKit: (text, passphrase) => run(() => custody.restoreRecoveryKit(text, passphrase)),
  };
}

/** Turns the ledger's own refusals into values. */
async function guarded<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LedgerWriteError) return failed('ledger-write-failed');
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    throw error;
  }
}

interface Publication {
  state(): VaultState;
  set(state: VaultState): VaultState;
  onChange(listener: (state: VaultState) => void): () => void;
}

/** The state and those who listen to it; only a change is news. */
function createPublication(): Publication {
  const listeners = new Set<(state: VaultState) => void>();
  let current: VaultState = { kind: 'opening' };
  return {
    state: () => current,
    set(state) {
      const isNews = JSON.stringify(state) !== JSON.stringify(current);
      current = state;
      if (isNews) for (const listener of listeners) listener(state);
      return state;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
