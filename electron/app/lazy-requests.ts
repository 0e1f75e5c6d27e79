import { failed, ok } from '../../shared/domain/app-error.ts';
import type { RequestService } from '../requests/request-service.ts';

export interface LazyRequests extends RequestService {
  /** Loads the sender before it is needed. Rejects when it cannot be loaded; the next call tries again. */
  load(): Promise<void>;
}

/** The sender, loaded at its first use: its HTTP library takes longer to load than everything else at start together. */
export function lazyRequests(build: () => Promise<RequestService>): LazyRequests {
  let building: Promise<RequestService> | null = null;
  const service = (): Promise<RequestService> => {
    building ??= build().catch((error: unknown) => {
      building = null;
      throw error;
    });
    return building;
  };
  // Synchronous once it is built: a cancel must overtake the send that it is for, and no other.
  let built: RequestService | null = null;
  const ready = async (): Promise<RequestService> => (built ??= await service());
  return {
    preview: async (input) => (await ready()).preview(input),
    send: async (input) => (await ready()).send(input),
    cancel: (input) => built?.cancel(input) ?? ok({}),
    stop: (input) => built?.stop(input) ?? ok({}),
    readBody: async (input) => (await ready()).readBody(input),
    filterBody: async (input) => (await ready()).filterBody(input),
    stopFilter: (input) => built?.stopFilter(input) ?? ok({}),
    saveBody: async (input) => (await ready()).saveBody(input),
    // Nothing was saved before the sender was built.
    showSaved: (input) => built?.showSaved(input) ?? failed('not-found'),
    close: async () => built?.close(),
    load: async () => {
      await ready();
    },
  };
}
