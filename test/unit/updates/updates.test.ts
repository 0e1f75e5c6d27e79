import { describe, expect, it } from 'vitest';
import { UpdateFailure } from '../../../electron/ports/update-feed.ts';
import { createUpdates } from '../../../electron/updates/updates.ts';
import type { UpdateState } from '../../../shared/domain/update-state.ts';
import { DAY_MS } from '../../../shared/domain/expiry.ts';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import { fakeUpdateFeed } from '../../support/fake-update-feed.ts';
import { inMemoryPreferences, manualClock, recordingLogger } from '../../support/in-memory-ports.ts';

const MINUTE_MS = 60_000;
const NEWER = { version: '0.2.0', notes: '<p>Faster <b>runs</b></p>' };
const UPDATE = { version: '0.2.0', notes: 'Faster runs' };

function setUp(preferred: Partial<Preferences> = { checksForUpdates: true }) {
  const feed = fakeUpdateFeed();
  const clock = manualClock();
  const preferences = inMemoryPreferences(preferred);
  const published: UpdateState[] = [];
  let quits = 0;
  const updates = createUpdates({
    ...{ feed, clock, preferences, logger: recordingLogger(), currentVersion: '0.1.0' },
    publish: (event, payload) => {
      if (event === 'updates.changed') published.push(payload as UpdateState); // the event's own payload
    },
    quit: () => {
      quits += 1;
    },
  });
  const found = async () => {
    feed.answer = NEWER;
    updates.check();
    await expect.poll(() => updates.state().kind).toBe('available');
  };
  return { feed, clock, preferences, published, updates, found, quits: () => quits };
}

describe('updates', () => {
  it('ask no host before the person agrees, whatever else is asked of them', () => {
    const { feed, clock, updates } = setUp({});
    updates.watch();
    clock.advance(3 * DAY_MS);
    updates.check();
    updates.download();
    updates.restart();

    expect(updates.state()).toEqual({ kind: 'off' });
    expect(feed.calls).toEqual([]);
  });

  it('look at once when the person agrees, and then once a day', async () => {
    const { feed, clock, updates, preferences } = setUp({});
    updates.watch();
    expect(updates.setEnabled(true)).toEqual({ ok: true, value: { kind: 'checking' } });
    await expect.poll(() => updates.state()).toEqual({ kind: 'idle', checkedAt: clock.now() });
    expect(preferences.get()).toMatchObject({ checksForUpdates: true, updatesCheckedAt: clock.now() });

    clock.advance(DAY_MS - MINUTE_MS);
    expect(feed.calls).toEqual(['look']);
    clock.advance(2 * 60 * MINUTE_MS);
    expect(feed.calls).toEqual(['look', 'look']);
  });

  it('do not ask a host that is down more than once a day, nor again after a restart', async () => {
    const { feed, clock, updates, preferences } = setUp();
    feed.answer = new UpdateFailure('update-check-failed');
    const stop = updates.watch();
    clock.advance(2 * MINUTE_MS);
    await expect.poll(() => updates.state()).toMatchObject({ kind: 'failed', update: null });
    clock.advance(DAY_MS / 2);
    expect(feed.calls).toEqual(['look']);

    stop();
    clock.advance(DAY_MS);
    expect(feed.calls).toEqual(['look']);
    const next = setUp(preferences.get());
    next.clock.setNow(clock.now() - DAY_MS);
    next.updates.watch();
    next.clock.advance(60 * MINUTE_MS);
    expect(next.feed.calls).toEqual([]);
  });

  it('say what is new as plain text, and load it only when it is asked for', async () => {
    const { feed, updates, found } = setUp();
    await found();

    expect(updates.state()).toEqual({ kind: 'available', update: UPDATE });
    expect(feed.calls).toEqual(['look']);
  });

  it.each(['0.1.0', '0.0.9', '0.2.0-beta.1', 'latest'])(
    'never go back, nor to what is no release: %s',
    async (version) => {
      const { feed, updates } = setUp();
      feed.answer = { version, notes: '' };
      updates.check();

      await expect.poll(() => updates.state().kind).toBe('idle');
    },
  );

  it('tell how far a download is, and are ready when it is checked', async () => {
    const { feed, published, updates, found } = setUp();
    await found();
    updates.download();
    feed.running?.download.onProgress(0.256);
    feed.running?.download.onProgress(0.2561);
    expect(updates.state()).toEqual({ kind: 'downloading', update: UPDATE, percent: 25 });
    feed.running?.end.resolve(null);

    await expect.poll(() => updates.state()).toEqual({ kind: 'ready', update: UPDATE });
    expect(published.filter((state) => state.kind === 'downloading')).toHaveLength(2);
  });

  it('end a download when the person says so, and begin it anew', async () => {
    const { feed, updates, found } = setUp();
    await found();
    updates.download();
    const first = feed.running;
    updates.cancel();

    expect(first?.download.signal.aborted).toBe(true);
    expect(updates.state()).toEqual({ kind: 'available', update: UPDATE });
    updates.download();
    first?.download.onProgress(0.9);
    expect(updates.state()).toEqual({ kind: 'downloading', update: UPDATE, percent: 0 });
  });

  it('say why a download failed, and take it up again', async () => {
    const { feed, updates, found } = setUp();
    await found();
    updates.download();
    feed.running?.end.reject(new UpdateFailure('update-not-trusted'));

    await expect
      .poll(() => updates.state())
      .toMatchObject({ kind: 'failed', error: { code: 'update-not-trusted' }, update: UPDATE });
    updates.download();
    expect(updates.state().kind).toBe('downloading');
  });

  it('quit as ever when the person wants to restart, and install as the last step', async () => {
    const { feed, updates, found, quits } = setUp();
    await found();
    updates.download();
    feed.running?.end.resolve(null);
    await expect.poll(() => updates.state().kind).toBe('ready');
    updates.restart();

    expect(quits()).toBe(1);
    expect(feed.calls).not.toContain('install');
    updates.installIfAsked();
    expect(feed.calls).toContain('install');
  });

  it('install nothing by this step when the person only quits', async () => {
    const { feed, updates, found } = setUp();
    await found();
    updates.installIfAsked();

    expect(feed.calls).toEqual(['look']);
  });

  it('throw away what was loaded when the person no longer agrees', async () => {
    const { feed, updates, found } = setUp();
    await found();
    updates.download();
    updates.setEnabled(false);

    expect(feed.running?.download.signal.aborted).toBe(true);
    expect(feed.calls.at(-1)).toBe('discard');
    expect(updates.state()).toEqual({ kind: 'off' });
  });

  it('are not there for a copy that nobody publishes', () => {
    const { feed, preferences, updates } = setUp({});
    feed.supported = 'self-built';
    updates.setEnabled(true);
    updates.check();

    expect(updates.state()).toEqual({ kind: 'unavailable', reason: 'self-built' });
    expect(preferences.get().checksForUpdates).toBe(false);
    expect(feed.calls).toEqual([]);
  });
});
