import { describe, expect, it } from 'vitest';
import { LOCAL_SERVICE_ID } from '../../../shared/domain/service.ts';
import type { LocalApiState } from '../../../shared/domain/local-api-state.ts';
import { createAccessKeyService } from '../../../electron/access-keys/access-key-service.ts';
import { listActivityOf } from '../../../electron/keys/activity-rows.ts';
import { createAccessKeys } from '../../../electron/local-api/access-keys.ts';
import { ensureLocalWorkspace } from '../../../electron/local-api/ensure-local-workspace.ts';
import { createIssuer } from '../../../electron/local-api/issuer.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { teamBench } from '../../support/team-bench.ts';

const URL = 'http://127.0.0.1:5362';

/** The service over the Local API's real keys; the server itself only says where it listens. */
function accessKeysBench() {
  const bench = teamBench();
  const { ledger, clock, random, member } = bench;
  ensureLocalWorkspace(ledger, { ownerId: member.numericId, random, now: clock.now() });
  const localAccessKeys = createAccessKeys({ ...bench, issuer: createIssuer(random) });
  const server = { state: { kind: 'running', url: URL } as LocalApiState };
  const service = createAccessKeyService({
    ...bench,
    localAccessKeys,
    localApi: { start: () => Promise.resolve(server.state) },
    postmanClient: () => Promise.reject(new Error('Postman is not asked')),
  });
  const [collection] = service.listCollections();
  const share = async () => valueOf(await service.share(collection?.uid ?? ''));
  return { ...bench, service, server, localAccessKeys, share, collection };
}

const eventsOf = (bench: ReturnType<typeof accessKeysBench>, id: string) =>
  listActivityOf(bench.ledger, id).map(({ event }) => event.kind);

describe('sharing a collection of the Local API', () => {
  it('makes a new key at each call, and lists it without its value', async () => {
    const { service, share, collection } = accessKeysBench();
    const first = await share();
    const second = await share();
    const { keys } = service.list(LOCAL_SERVICE_ID);
    expect(keys.map(({ id }) => id).toSorted()).toEqual([first.id, second.id].toSorted());
    expect(keys[0]).toMatchObject({ collectionName: collection?.name, creatorName: 'Ada', isOwn: true });
    const { secret } = valueOf(service.reveal(first.id));
    expect(JSON.stringify([first, second, service.list(LOCAL_SERVICE_ID)])).not.toContain(secret);
  });

  it('shows the value and the complete URL once, which open the collection', async () => {
    const bench = accessKeysBench();
    const { service, share, collection, localAccessKeys } = bench;
    const { id } = await share();
    const shown = valueOf(service.reveal(id));
    expect(shown.secretUrl).toBe(`${URL}/collections/${collection?.uid ?? ''}?access_key=${shown.secret}`);
    expect(localAccessKeys.find(shown.secret.split('_')[1] ?? '')?.state).toBe('works');
    expect(errorOf(service.reveal(id)).code).toBe('already-revealed');
    expect(eventsOf(bench, id).filter((kind) => kind === 'revealed')).toHaveLength(1);
  });

  it('is refused when the Local API cannot be started, and makes no key then', async () => {
    const { service, server, collection } = accessKeysBench();
    server.state = { kind: 'stopped' };
    expect(errorOf(await service.share(collection?.uid ?? '')).code).toBe('local-api-stopped');
    expect(service.list(LOCAL_SERVICE_ID).keys).toEqual([]);
  });

  it('is refused for a collection that is not there', async () => {
    const { service } = accessKeysBench();
    expect(errorOf(await service.share('1-gone')).code).toBe('not-found');
  });
});

describe('the URL of a key that was made just now', () => {
  it('is copied while it is held, after it was shown too, and that is written down', async () => {
    const bench = accessKeysBench();
    const { id } = await bench.share();
    const { secretUrl } = valueOf(bench.service.reveal(id));
    valueOf(await bench.service.copyUrl(id));
    expect([...bench.clipboard.formats.values()]).toContain(secretUrl);
    expect(eventsOf(bench, id)).toContain('copied');
    expect(JSON.stringify(listActivityOf(bench.ledger, id))).not.toContain(secretUrl.split('=')[1]);
  });

  it('leaves memory when it is forgotten, after ten minutes, at lock, and with its key', async () => {
    const bench = accessKeysBench();
    const { service, clock, share } = bench;
    const isHeld = async (id: string) => (await service.copyUrl(id)).ok;
    const [forgotten, old] = [await share(), await share()];
    service.forget(forgotten.id);
    expect([await isHeld(forgotten.id), await isHeld(old.id)]).toEqual([false, true]);
    clock.advance(10 * 60_000);
    expect(await isHeld(old.id)).toBe(false);
    const locked = await share();
    service.forgetHeldSecrets();
    expect(await isHeld(locked.id)).toBe(false);
    expect(errorOf(service.reveal(locked.id)).code).toBe('already-revealed');
    const removed = await share();
    valueOf(await service.remove({ serviceId: LOCAL_SERVICE_ID, id: removed.id }));
    expect(errorOf(service.reveal(removed.id)).code).toBe('not-found');
  });
});

describe('deleting a key', () => {
  it('ends it at once', async () => {
    const { service, share, localAccessKeys } = accessKeysBench();
    const { id } = await share();
    const { secret } = valueOf(service.reveal(id));
    valueOf(await service.remove({ serviceId: LOCAL_SERVICE_ID, id }));
    expect(localAccessKeys.find(secret.split('_')[1] ?? '')).toBeNull();
    expect(service.list(LOCAL_SERVICE_ID).keys).toEqual([]);
    expect(errorOf(await service.remove({ serviceId: LOCAL_SERVICE_ID, id })).code).toBe('not-found');
  });

  it('changes nothing when the disk refuses', async () => {
    const { service, share, ledger } = accessKeysBench();
    const { id } = await share();
    ledger.writesUntilFull = 0;
    expect(errorOf(await service.remove({ serviceId: LOCAL_SERVICE_ID, id })).code).toBe(
      'ledger-write-failed',
    );
    ledger.writesUntilFull = Infinity;
    expect(service.list(LOCAL_SERVICE_ID).keys).toHaveLength(1);
  });
});
