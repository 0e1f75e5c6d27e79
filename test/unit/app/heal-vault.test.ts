import { describe, expect, test } from 'vitest';
import { healVault } from '../../../electron/app/heal-vault.ts';
import type { UnreadableReason, VaultState } from '../../../shared/domain/vault-state.ts';
import { manualClock } from '../../support/in-memory-ports.ts';

function unreadable(reason: UnreadableReason): VaultState {
  return { kind: 'unreadable', reason, message: '', remedy: '' };
}

function arrange(initial: VaultState) {
  const clock = manualClock();
  const opened: number[] = [];
  const start = clock.now();
  const vault = {
    current: initial,
    answer: initial,
    state: () => vault.current,
    open: () => {
      opened.push(clock.now() - start);
      vault.current = vault.answer;
      return Promise.resolve(vault.current);
    },
  };
  const healer = healVault({ clock, vault });
  /** Lets time pass and the attempt that it started end. */
  const pass = async (ms: number) => {
    clock.advance(ms);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, vault, opened, healer, pass };
}

describe('a vault that cannot be read', () => {
  test('is tried again every 15 seconds until it opens', async () => {
    const { vault, opened, pass } = arrange(unreadable('keychain-locked'));
    await pass(15_000);
    await pass(15_000);
    vault.answer = { kind: 'unlocked', holder: 'keychain' };
    await pass(15_000);
    await pass(15_000);
    expect(opened).toEqual([15_000, 30_000, 45_000]);
  });

  test('is tried again at once when the person comes back, one attempt at a time', async () => {
    const { opened, healer } = arrange(unreadable('keychain-unavailable'));
    await Promise.all([healer.tryNow(), healer.tryNow()]);
    expect(opened).toEqual([0]);
    await healer.tryNow();
    expect(opened).toEqual([0, 0]);
  });

  test.each<VaultState>([
    { kind: 'unlocked', holder: 'keychain' },
    { kind: 'empty' },
    { kind: 'opening' },
    unreadable('master-key-wrong'),
    unreadable('master-key-absent'),
    unreadable('holder-was-memory'),
    unreadable('keychain-denied'),
  ])('is left alone where trying again changes nothing: %j', async (state) => {
    const { opened, healer, pass } = arrange(state);
    await healer.tryNow();
    await pass(60_000);
    expect(opened).toEqual([]);
  });

  test('is no longer tried once Keyfob quits', async () => {
    const { clock, opened, healer, pass } = arrange(unreadable('keychain-locked'));
    healer.stop();
    await pass(60_000);
    expect(opened).toEqual([]);
    expect(clock.pendingTimers()).toBe(0);
  });
});
