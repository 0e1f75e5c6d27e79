import { timingSafeEqual } from 'node:crypto';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { LockReason, VaultState } from '../../shared/domain/vault-state.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Keychain } from '../ports/keychain.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import type { AttemptLimit } from './attempt-limit.ts';
import type { HeldKey, KeyHolding } from './key-holding.ts';
import { proveMasterKey } from './key-proof.ts';
import { createMasterKey, parseMasterKey } from './master-key.ts';
import { isTooShort } from './passphrase-length.ts';
import type { Presence } from './presence.ts';
import {
  unwrapMasterKey,
  wrapMasterKey,
  type Envelope,
  type EnvelopePurpose,
} from './passphrase-envelope.ts';
import { putInKeychain } from './put-in-keychain.ts';
import { parseRecoveryKit, recoveryKitText } from './recovery-kit.ts';
import { unreadable } from './vault-messages.ts';
import { refusal } from './vault-refusal.ts';
import { readWrappedKey } from './vault-rows.ts';
import type { VaultCustody } from './vault.ts';

export interface CustodyParts {
  readonly holding: KeyHolding;
  readonly keychain: Keychain;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly limit: AttemptLimit;
  readonly presence: Presence;
  readonly wrapCost: number;
  /** Looks for the master key, and publishes what it found. */
  readonly find: () => Promise<VaultState>;
  readonly state: () => VaultState;
  readonly publish: (state: VaultState) => VaultState;
  /** While there is a reason, nothing but `unlock` looks for the master key. */
  readonly setLock: (reason: LockReason | null) => void;
}

export interface Custody extends Omit<VaultCustody, 'unlock' | 'unlockUnasked'> {
  /** `isPresent`: the person has just been asked, and answered. */
  unlock(passphrase: string | null, isPresent: boolean): Promise<Result<VaultState>>;
}

/** The calls must not overlap, except `lock`, which is possible at any moment. */
export function createCustody(parts: CustodyParts): Custody {
  return {
    lock: (reason) => lock(parts, reason),
    unlock: (passphrase, isPresent) => unlock(parts, passphrase, isPresent),
    usePassphrase: (passphrase) => usePassphrase(parts, passphrase),
    changePassphrase: (change) => changePassphrase(parts, change),
    useKeychain: () => useKeychain(parts),
    makeRecoveryKit: (passphrase) => makeRecoveryKit(parts, passphrase),
    opensRecoveryKit: (text, passphrase) => opensRecoveryKit(parts, text, passphrase),
    restoreRecoveryKit: (text, passphrase) => restoreRecoveryKit(parts, text, passphrase),
  };
}

function lock({ holding, state, publish, setLock }: CustodyParts, reason: LockReason): Result<VaultState> {
  const before = state();
  if (before.kind !== 'unlocked') return ok(before);
  if (before.holder === 'memory') return failed('lock-needs-holder');
  holding.forget();
  setLock(reason);
  return ok(publish({ kind: 'locked', holder: before.holder, reason }));
}

async function unlock(
  parts: CustodyParts,
  passphrase: string | null,
  isPresent: boolean,
): Promise<Result<VaultState>> {
  const { holding, ledger, publish, setLock } = parts;
  if (holding.held() !== null) return ok(parts.state());
  const envelope = readWrappedKey(ledger);
  if (envelope === null || envelope === 'damaged') return unlockFromKeychain(parts, isPresent);
  const opened = await openEnvelope(parts, { envelope, passphrase: passphrase ?? '', purpose: 'holder' });
  if (!opened.ok) return opened;
  setLock(null);
  const state = publish(
    holding.take({ masterKey: opened.value, holder: 'passphrase' }) ?? unreadable('master-key-wrong'),
  );
  if (state.kind !== 'unlocked') return refusal(state);
  await removeLeftover(parts);
  return ok(state);
}

/** A keychain that does not give the master key leaves Keyfob locked, and says why. */
async function unlockFromKeychain(
  { holding, presence, publish, setLock }: CustodyParts,
  isPresent: boolean,
): Promise<Result<VaultState>> {
  if (!isPresent && presence.isAsked()) return failed('touch-id-refused');
  const found = await holding.find(true);
  if (found.kind !== 'unlocked' && found.kind !== 'empty') return refusal(found);
  setLock(null);
  const state = publish(found);
  return state.kind === 'locked' ? refusal(state) : ok(state);
}

async function usePassphrase(parts: CustodyParts, passphrase: string): Promise<Result<VaultState>> {
  if (isTooShort(passphrase)) return failed('passphrase-too-short', { field: 'passphrase' });
  const held = parts.holding.held();
  if (held === null) return beginUnderPassphrase(parts, passphrase);
  return moveUnderPassphrase(parts, held, passphrase);
}

async function moveUnderPassphrase(
  parts: CustodyParts,
  held: HeldKey,
  passphrase: string,
): Promise<Result<VaultState>> {
  const { holding, keychain, logger, publish } = parts;
  const envelope = await provenEnvelope(parts, held.masterKey, { passphrase, purpose: 'holder' });
  if (holding.held() !== held) return failed('vault-locked');
  const state = publish(holding.move({ kind: 'passphrase', envelope }));
  if (held.holder === 'keychain') {
    const removed = await keychain.remove();
    // What stays behind is removed at the next unlocking.
    if (removed.kind === 'unavailable') logger.warn('The master key is still in the keychain');
  }
  return ok(state);
}

async function beginUnderPassphrase(parts: CustodyParts, passphrase: string): Promise<Result<VaultState>> {
  const { find, holding, random, publish } = parts;
  const found = await find();
  const mayBegin =
    found.kind === 'empty' ||
    found.kind === 'needs-holder' ||
    (found.kind === 'unreadable' && found.reason === 'holder-was-memory');
  if (found.kind === 'unlocked') return usePassphrase(parts, passphrase);
  if (!mayBegin) return refusal(found);
  const masterKey = createMasterKey(random);
  const envelope = await provenEnvelope(parts, masterKey, { passphrase, purpose: 'holder' });
  if (!holding.beginWrapped(masterKey, envelope)) return refusal(unreadable('master-key-absent'));
  return ok(publish({ kind: 'unlocked', holder: 'passphrase' }));
}

async function changePassphrase(
  parts: CustodyParts,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<Result<VaultState>> {
  const { holding, ledger, publish } = parts;
  if (isTooShort(next)) return failed('passphrase-too-short', { field: 'next' });
  const held = holding.held();
  if (held === null) return refusal(parts.state());
  const present = readWrappedKey(ledger);
  if (present === null || present === 'damaged') return failed('passphrase-not-used');
  const opened = await openEnvelope(parts, { envelope: present, passphrase: current, purpose: 'holder' });
  if (!opened.ok) return { ok: false, error: { ...opened.error, field: 'current' } };
  opened.value.fill(0);
  const envelope = await provenEnvelope(parts, held.masterKey, { passphrase: next, purpose: 'holder' });
  if (holding.held() !== held) return failed('vault-locked');
  return ok(publish(holding.move({ kind: 'passphrase', envelope })));
}

async function useKeychain(parts: CustodyParts): Promise<Result<VaultState>> {
  const { holding, keychain, publish } = parts;
  const held = holding.held();
  if (held === null) return refusal(parts.state());
  const put = await putInKeychain(keychain, held.masterKey);
  if (!put.ok) return put;
  if (holding.held() !== held) return failed('vault-locked');
  return ok(publish(holding.move({ kind: 'keychain' })));
}

async function makeRecoveryKit(parts: CustodyParts, passphrase: string): Promise<Result<string>> {
  if (isTooShort(passphrase)) return failed('passphrase-too-short', { field: 'passphrase' });
  const held = parts.holding.held();
  if (held === null) return refusal(parts.state());
  const envelope = await provenEnvelope(parts, held.masterKey, { passphrase, purpose: 'recovery-kit' });
  return ok(recoveryKitText(envelope, parts.clock.now()));
}

async function opensRecoveryKit(
  { holding }: CustodyParts,
  text: string,
  passphrase: string,
): Promise<boolean> {
  const envelope = parseRecoveryKit(text);
  const masterKey = envelope && (await unwrapMasterKey(envelope, passphrase, 'recovery-kit'));
  const held = holding.held();
  if (masterKey === null || held === null) return false;
  const isSame = timingSafeEqual(masterKey, held.masterKey);
  masterKey.fill(0);
  return isSame;
}

async function restoreRecoveryKit(
  parts: CustodyParts,
  text: string,
  passphrase: string,
): Promise<Result<VaultState>> {
  const { holding, keychain, ledger, publish, setLock } = parts;
  const kit = parseRecoveryKit(text);
  if (kit === null) return failed('recovery-kit-invalid');
  const opened = await openEnvelope(parts, { envelope: kit, passphrase, purpose: 'recovery-kit' });
  if (!opened.ok) return opened;
  const masterKey = opened.value;
  if (proveMasterKey(ledger, masterKey) === 'wrong') {
    masterKey.fill(0);
    return failed('recovery-kit-other');
  }
  const put = await putInKeychain(keychain, masterKey);
  const envelope = put.ok ? null : await provenEnvelope(parts, masterKey, { passphrase, purpose: 'holder' });
  const taken = holding.take({ masterKey, holder: put.ok ? 'keychain' : 'passphrase' });
  if (taken === null) return failed('recovery-kit-other');
  setLock(null);
  return ok(
    publish(holding.move(envelope === null ? { kind: 'keychain' } : { kind: 'passphrase', envelope })),
  );
}

async function openEnvelope(
  { limit }: CustodyParts,
  {
    envelope,
    passphrase,
    purpose,
  }: { readonly envelope: Envelope; readonly passphrase: string; readonly purpose: EnvelopePurpose },
): Promise<Result<Uint8Array>> {
  const allowed = limit.mayTry();
  if (!allowed.ok) return allowed;
  const masterKey = await unwrapMasterKey(envelope, passphrase, purpose);
  if (masterKey === null) {
    limit.failed();
    return failed('passphrase-wrong', { field: 'passphrase' });
  }
  limit.succeeded();
  return ok(masterKey);
}

/** An envelope that was opened again and gave back the same key. Works on a copy: locking overwrites the key in memory. */
async function provenEnvelope(
  { random, wrapCost }: CustodyParts,
  masterKey: Uint8Array,
  { passphrase, purpose }: { readonly passphrase: string; readonly purpose: EnvelopePurpose },
): Promise<Envelope> {
  const copy = Uint8Array.from(masterKey);
  const envelope = await wrapMasterKey(copy, passphrase, { random, purpose, cost: wrapCost });
  const opened = await unwrapMasterKey(envelope, passphrase, purpose);
  const isSame = opened !== null && timingSafeEqual(opened, copy);
  opened?.fill(0);
  copy.fill(0);
  if (!isSame) throw new Error('A wrapped master key did not open again');
  return envelope;
}

/** The copy that a move to the passphrase could not remove. Another key there is somebody else's, and stays. */
async function removeLeftover({ holding, keychain }: CustodyParts): Promise<void> {
  const reading = await keychain.read({ mayPrompt: false });
  const kept = reading.kind === 'found' ? parseMasterKey(reading.value) : null;
  const held = holding.held();
  if (kept !== null && held !== null && timingSafeEqual(kept, held.masterKey)) await keychain.remove();
}
