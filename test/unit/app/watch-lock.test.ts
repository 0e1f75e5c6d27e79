import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { watchLock, type PowerEvents } from '../../../electron/app/watch-lock.ts';
import { ok } from '../../../shared/domain/app-error.ts';
import type { LockReason, VaultState } from '../../../shared/domain/vault-state.ts';
import { manualClock } from '../../support/in-memory-ports.ts';

class FakePower extends EventEmitter implements PowerEvents {
  idleSeconds = 0;
  getSystemIdleTime(): number {
    return this.idleSeconds;
  }
}

function arrange({
  lockAfterMinutes = 0,
  lockWithScreen = true,
  holder = 'keychain',
}: {
  readonly lockAfterMinutes?: number;
  readonly lockWithScreen?: boolean;
  readonly holder?: 'keychain' | 'passphrase';
} = {}) {
  const clock = manualClock();
  const power = new FakePower();
  const listeners: ((state: VaultState) => void)[] = [];
  const events: string[] = [];
  let state: VaultState = { kind: 'unlocked', holder };
  const change = (next: VaultState) => {
    state = next;
    for (const listener of listeners) listener(next);
    return ok(next);
  };
  const stop = watchLock({
    clock,
    power,
    preferences: { get: () => ({ lockAfterMinutes, lockWithScreen }) },
    forgetHeldSecrets: () => void events.push('forgot'),
    vault: {
      state: () => state,
      onChange: (listener) => listeners.push(listener),
      lock: (reason: LockReason) => {
        if (state.kind !== 'unlocked') return ok(state);
        events.push(`locked: ${reason}`);
        return change({ kind: 'locked', holder, reason });
      },
      unlockUnasked: () => {
        events.push('unlocked');
        return Promise.resolve(change({ kind: 'unlocked', holder }));
      },
    },
  });
  return {
    clock,
    power,
    events,
    stop,
    lock: (reason: LockReason) => change({ kind: 'locked', holder, reason }),
  };
}

test('locks once nobody has been there for as long as was chosen', () => {
  const { clock, power, events } = arrange({ lockAfterMinutes: 1 });
  power.idleSeconds = 59;
  clock.advance(10_000);
  expect(events).toEqual([]);
  power.idleSeconds = 60;
  clock.advance(10_000);
  expect(events).toEqual(['locked: idle', 'forgot']);
  clock.advance(60_000);
  expect(events.filter((event) => event.startsWith('locked'))).toHaveLength(1);
});

test('never locks for idleness when that was not chosen, but forgets what waits to be shown', () => {
  const { clock, power, events } = arrange();
  power.idleSeconds = 299;
  clock.advance(10_000);
  expect(events).toEqual([]);
  power.idleSeconds = 86_400;
  clock.advance(10_000);
  expect(events).toEqual(['forgot']);
});

test.each(['lock-screen', 'suspend'])(
  'locks at %s, and the keychain opens it when the person is back',
  (leave) => {
    const { power, events } = arrange();
    power.emit(leave);
    expect(events).toEqual(['forgot', 'locked: system', 'forgot']);
    power.emit(leave === 'suspend' ? 'resume' : 'unlock-screen');
    expect(events.at(-1)).toBe('unlocked');
  },
);

test('does not lock with the screen when that was not chosen, but forgets what waits to be shown', () => {
  const { power, events } = arrange({ lockWithScreen: false });
  power.emit('lock-screen');
  expect(events).toEqual(['forgot']);
});

test('asks for the passphrase all the same', () => {
  const { power, events } = arrange({ holder: 'passphrase' });
  power.emit('lock-screen');
  power.emit('unlock-screen');
  expect(events).not.toContain('unlocked');
});

test('does not undo a lock by hand', () => {
  const { power, events, lock } = arrange();
  lock('hand');
  power.emit('resume');
  expect(events).toEqual(['forgot']);
});

test('stops looking', () => {
  const { clock, stop } = arrange({ lockAfterMinutes: 1 });
  stop();
  expect(clock.pendingTimers()).toBe(0);
});
