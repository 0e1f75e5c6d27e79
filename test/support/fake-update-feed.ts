import type {
  PublishedUpdate,
  UpdateDownload,
  UpdateFeed,
  UpdateSupport,
} from '../../electron/ports/update-feed.ts';

export interface FakeUpdateFeed extends UpdateFeed {
  /** What reached out or did something, in order. */
  readonly calls: string[];
  supported: UpdateSupport;
  /** Of the next look; a rejection where it is an error. */
  answer: PublishedUpdate | null | Error;
  /** The download that runs: a test ends it. */
  running: { readonly download: UpdateDownload; readonly end: PromiseWithResolvers<unknown> } | null;
}

export function fakeUpdateFeed(): FakeUpdateFeed {
  const feed: FakeUpdateFeed = {
    calls: [],
    supported: 'supported',
    answer: null,
    running: null,
    support: () => feed.supported,
    look() {
      feed.calls.push('look');
      return feed.answer instanceof Error ? Promise.reject(feed.answer) : Promise.resolve(feed.answer);
    },
    download(download) {
      feed.calls.push('download');
      const end = Promise.withResolvers<unknown>();
      download.signal.addEventListener('abort', () => {
        end.reject(new Error('cancelled'));
      });
      feed.running = { download, end };
      return end.promise.then(() => undefined);
    },
    discard: () => void feed.calls.push('discard'),
    install: () => void feed.calls.push('install'),
  };
  return feed;
}
