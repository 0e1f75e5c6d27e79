import { useRef, useState } from 'react';
import { failed, ok, type AppError, type Result } from '../../../../shared/domain/app-error.ts';
import type { OpenedRequest } from '../../../../shared/domain/collection.ts';
import type { RequestDraft } from '../../../../shared/domain/http-request.ts';
import { useBridge } from '../../../bridge/bridge-context.ts';

/** Where a request is saved: one that is there by its id, a new one by its name. */
export type Target =
  { readonly kind: 'id'; readonly id: string } | { readonly kind: 'new'; readonly name: string };

export interface SaveAsInput {
  readonly draft: RequestDraft;
  readonly collection: Target;
  /** `null`: in no folder. */
  readonly folder: Target | null;
}

export interface SavedAs {
  readonly collectionId: string;
  readonly saved: OpenedRequest;
}

/** What a refused try has made already, by name; the next one takes it. */
interface Made {
  collection: { readonly name: string; readonly id: string } | null;
  folder: { readonly collectionId: string; readonly name: string; readonly id: string } | null;
}

/** Saves a request in a place that may have to be made first. */
export function useSaveAs() {
  const bridge = useBridge();
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const made = useRef<Made>({ collection: null, folder: null });

  const collectionIdOf = async (target: Target): Promise<Result<string>> => {
    if (target.kind === 'id') return ok(target.id);
    const before = made.current.collection;
    if (before?.name === target.name) return ok(before.id);
    const created = await bridge.invoke('collections.create', { name: target.name });
    if (!created.ok) return created;
    made.current.collection = { name: target.name, id: created.value.id };
    return ok(created.value.id);
  };
  const folderIdOf = async (collectionId: string, folder: Target | null): Promise<Result<string | null>> => {
    if (folder === null) return ok(null);
    if (folder.kind === 'id') return ok(folder.id);
    const { name } = folder;
    const before = made.current.folder;
    if (before?.name === name && before.collectionId === collectionId) return ok(before.id);
    const place = { folderId: null, beforeId: null };
    const created = await bridge.invoke('collections.addFolder', { collectionId, place, name });
    if (!created.ok) return created;
    made.current.folder = { collectionId, name, id: created.value.id };
    return ok(created.value.id);
  };
  const save = async ({ draft, collection, folder }: SaveAsInput): Promise<Result<SavedAs>> => {
    const collectionId = await collectionIdOf(collection);
    if (!collectionId.ok) return collectionId;
    const folderId = await folderIdOf(collectionId.value, folder);
    if (!folderId.ok) return folderId;
    const place = { folderId: folderId.value, beforeId: null };
    const input = { collectionId: collectionId.value, place, draft };
    const saved = await bridge.invoke('collections.addRequest', input);
    return saved.ok ? ok({ collectionId: collectionId.value, saved: saved.value }) : saved;
  };
  return {
    isPending,
    error,
    run: async (input: SaveAsInput): Promise<SavedAs | null> => {
      setIsPending(true);
      setError(null);
      const result = await save(input).catch(() => failed('internal'));
      setIsPending(false);
      setError(result.ok ? null : result.error);
      return result.ok ? result.value : null;
    },
  };
}
