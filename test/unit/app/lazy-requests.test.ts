import { describe, expect, test } from 'vitest';
import { lazyRequests } from '../../../electron/app/lazy-requests.ts';
import type { RequestService } from '../../../electron/requests/request-service.ts';
import { failed, ok } from '../../../shared/domain/app-error.ts';

function arrange() {
  const called: string[] = [];
  const service: RequestService = {
    preview: () => {
      called.push('preview');
      return Promise.resolve(failed('not-found'));
    },
    send: () => {
      called.push('send');
      return Promise.resolve(failed('not-found'));
    },
    cancel: () => {
      called.push('cancel');
      return ok({});
    },
    stop: () => {
      called.push('stop');
      return ok({});
    },
    readBody: () => {
      called.push('readBody');
      return Promise.resolve(failed('not-found'));
    },
    filterBody: () => {
      called.push('filterBody');
      return Promise.resolve(failed('not-found'));
    },
    stopFilter: () => {
      called.push('stopFilter');
      return ok({});
    },
    saveBody: () => {
      called.push('saveBody');
      return Promise.resolve(failed('not-found'));
    },
    showSaved: () => {
      called.push('showSaved');
      return ok({});
    },
    close: () => {
      called.push('close');
      return Promise.resolve();
    },
  };
  let failures = 0;
  const requests = lazyRequests(() => {
    called.push('loaded');
    failures -= 1;
    return failures >= 0 ? Promise.reject(new Error('no disk')) : Promise.resolve(service);
  });
  return { requests, called, failTimes: (times: number) => void (failures = times) };
}

type PreviewInput = Parameters<RequestService['preview']>[0];
const previewInput = {} as PreviewInput; // The fake does not look at it.

describe('the sender', () => {
  test('is not loaded to cancel or to close what was never begun', async () => {
    const { requests, called } = arrange();
    expect(requests.cancel({ id: 'exchange-1' })).toEqual(ok({}));
    await requests.close();
    expect(called).toEqual([]);
  });

  test('is loaded once, however many need it', async () => {
    const { requests, called } = arrange();
    await Promise.all([requests.load(), requests.preview(previewInput), requests.preview(previewInput)]);
    expect(called).toEqual(['loaded', 'preview', 'preview']);
  });

  test('is loaded again after it could not be', async () => {
    const { requests, called, failTimes } = arrange();
    failTimes(1);
    await expect(requests.load()).rejects.toThrow('no disk');
    await requests.load();
    expect(called).toEqual(['loaded', 'loaded']);
  });

  test('is cancelled at once when it is loaded', async () => {
    const { requests, called } = arrange();
    await requests.load();
    requests.cancel({ id: 'exchange-1' });
    expect(called).toEqual(['loaded', 'cancel']);
  });
});
