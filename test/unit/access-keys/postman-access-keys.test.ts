import { describe, expect, it } from 'vitest';
import type { AccessKey } from '../../../shared/domain/access-key.ts';
import type { EventName } from '../../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../../shared/domain/app-error.ts';
import { createPostmanAccessKeys } from '../../../electron/access-keys/postman-access-keys.ts';
import type { PostmanClient } from '../../../electron/postman/postman-client.ts';
import { anApiKey } from '../../support/builders.ts';
import { aService, fakeSigningKeys } from '../../support/fake-signing-keys.ts';
import { manualClock } from '../../support/in-memory-ports.ts';
import { errorOf, valueOf } from '../../support/results.ts';

function accessKey(id: string): AccessKey {
  return {
    ...{
      id,
      serviceId: 'postman',
      mask: '••••',
      collectionUid: '1-c',
      collectionName: 'Orders',
      creatorName: 'Ada',
    },
    ...{ isOwn: true, createdAt: 1, lastUsedAt: null, expiresAt: null, status: 'active' },
  };
}

type Listed = Awaited<ReturnType<PostmanClient['listAccessKeys']>>;

/** Postman's keys over a client that answers when the test says so. */
function postmanKeysBench() {
  const signingKeys = fakeSigningKeys();
  signingKeys.keys = [anApiKey({ id: 'mine', serviceId: 'postman', isDefault: true })];
  const services = [aService({ id: 'postman', kind: 'postman' }), aService({ id: 'weather' })];
  const published: EventName[] = [];
  const lists: { readonly signal: AbortSignal; readonly answer: (listed: Listed) => void }[] = [];
  const deleting: { answer: Result<null>; readonly ids: string[] } = { answer: ok(null), ids: [] };
  const client: PostmanClient = {
    getMe: () => Promise.reject(new Error('Nobody asks who it is')),
    listAccessKeys(_caller, { signal, onProgress }) {
      onProgress({ phase: 'keys', count: 1, waitingUntil: null });
      const { promise, resolve } = Promise.withResolvers<Listed>();
      lists.push({ signal, answer: resolve });
      return promise;
    },
    deleteAccessKey(_caller, id) {
      deleting.ids.push(id);
      return Promise.resolve(deleting.answer);
    },
  };
  const keys = createPostmanAccessKeys({
    clock: manualClock(),
    publish: (event) => void published.push(event),
    services: { find: (id) => services.find((service) => service.id === id) ?? null },
    signingKeys,
    postmanClient: () => Promise.resolve(client),
  });
  const load = async (...ids: readonly string[]) => {
    const loading = keys.load('postman');
    await expect.poll(() => lists.length).toBeGreaterThan(0);
    lists.pop()?.answer(ok({ keys: ids.map(accessKey), namesError: null }));
    return loading;
  };
  return { keys, signingKeys, published, lists, deleting, load };
}

const idsOf = ({ keys }: ReturnType<typeof postmanKeysBench>) =>
  keys.list('postman').keys.map(({ id }) => id);

describe('the access keys at Postman', () => {
  it('are not known before they were asked for, and kept from then on', async () => {
    const bench = postmanKeysBench();
    expect(bench.keys.list('postman')).toMatchObject({ keys: [], loadedAt: null, isLoading: false });
    valueOf(await bench.load('a', 'b'));
    expect(idsOf(bench)).toEqual(['a', 'b']);
    expect(bench.published).toEqual(['accessKeys.progressed', 'accessKeys.changed']);
  });

  it('stay as they were when asking again fails, and say that it is over', async () => {
    const bench = postmanKeysBench();
    await bench.load('a');
    const again = bench.keys.load('postman');
    expect(bench.keys.list('postman').isLoading).toBe(true);
    await expect.poll(() => bench.lists.length).toBe(1);
    bench.lists[0]?.answer(failed('internal'));
    expect(errorOf(await again).code).toBe('internal');
    expect(bench.keys.list('postman').isLoading).toBe(false);
    expect(idsOf(bench)).toEqual(['a']);
  });

  it('are not shown to another default key, which may be another person’s', async () => {
    const bench = postmanKeysBench();
    await bench.load('a');
    bench.signingKeys.keys = [anApiKey({ id: 'other', serviceId: 'postman', isDefault: true })];
    expect(idsOf(bench)).toEqual([]);
  });

  it('are asked for once: a second wish ends the first, and a person can end it', async () => {
    const bench = postmanKeysBench();
    void bench.keys.load('postman');
    await expect.poll(() => bench.lists.length).toBe(1);
    void bench.keys.load('postman');
    await expect.poll(() => bench.lists.length).toBe(2);
    expect(bench.lists.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    bench.keys.cancelLoad('postman');
    expect(bench.lists[1]?.signal.aborted).toBe(true);
  });

  it('need a key to ask with, of a service that is Postman', async () => {
    const { keys, signingKeys } = postmanKeysBench();
    expect(errorOf(await keys.load('weather')).code).toBe('invalid-input');
    expect(errorOf(await keys.load('gone')).code).toBe('not-found');
    signingKeys.keys = [];
    expect(errorOf(await keys.load('postman')).message).toContain('no API key');
    expect(errorOf(await keys.remove('postman', 'a')).code).toBe('not-found');
  });

  it.each([
    ['was deleted', ok(null), []],
    ['was gone already', failed('not-found'), []],
    ['was not deleted', failed('internal'), ['a']],
  ] as const)('leave the list when one %s', async (_what, answer, left) => {
    const bench = postmanKeysBench();
    await bench.load('a');
    bench.deleting.answer = answer;
    expect((await bench.keys.remove('postman', 'a')).ok).toBe(answer.ok);
    expect(bench.deleting.ids).toEqual(['a']);
    expect(idsOf(bench)).toEqual(left);
  });
});
