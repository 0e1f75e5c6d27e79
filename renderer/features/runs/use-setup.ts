import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { RunPlace } from '../../../shared/domain/run.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { placeKey, setupDraft, setupOf, type SetupDraft } from './setup-form.ts';

/** So long after the last change it is kept. */
const SAVE_MS = 400;

/** What was typed into set-ups since the screen was opened. */
export interface SetupDrafts {
  readonly find: (place: RunPlace) => SetupDraft | null;
  readonly put: (place: RunPlace, draft: SetupDraft) => void;
  /** Why the last one is not kept; `null` when it is or will be. */
  readonly saveError: AppError | null;
}

/** What is changed is kept at once, and is there again after a restart; what is not finished stays in the window. */
export function useSetupDrafts(): SetupDrafts {
  const queryClient = useQueryClient();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, SetupDraft>>(new Map());
  const { run: save, error: saveError } = useCommand('runs.saveSetup');
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const put = useCallback(
    (place: RunPlace, draft: SetupDraft) => {
      const key = placeKey(place);
      setDrafts((all) => new Map(all).set(key, draft));
      clearTimeout(timers.current.get(key));
      const setup = setupOf(draft);
      if (setup === null) return;
      // Not called off when the screen is left: what was typed is kept all the same.
      const timer = setTimeout(() => {
        void save({ place, setup }).then((result) => {
          if (result.ok) queryClient.setQueryData(['runs.getSetup', place], { setup });
        });
      }, SAVE_MS);
      timers.current.set(key, timer);
    },
    [queryClient, save],
  );
  return useMemo(
    () => ({ find: (place) => drafts.get(placeKey(place)) ?? null, put, saveError }),
    [drafts, put, saveError],
  );
}

export type SetupState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AppError; readonly retry: () => void }
  | {
      readonly kind: 'loaded';
      readonly draft: SetupDraft;
      readonly change: (change: Partial<SetupDraft>) => void;
    };

/** How a collection or a folder is set up to be run. */
export function useSetup(place: RunPlace, drafts: SetupDrafts): SetupState {
  const kept = useCommandQuery('runs.getSetup', place);
  if (kept.kind !== 'loaded') return kept;
  const draft = drafts.find(place) ?? setupDraft(kept.value.setup);
  return {
    kind: 'loaded',
    draft,
    change: (change) => {
      drafts.put(place, { ...draft, ...change });
    },
  };
}
