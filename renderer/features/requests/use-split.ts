import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type RequestSplit, USUAL_REQUEST_SPLIT } from '../../../shared/domain/preferences.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';

/** So long after the last change it is kept, in milliseconds. */
const KEEP_AFTER_MS = 300;

export interface Split {
  /** `null` until a person moves the divider. */
  readonly ratio: number | null;
  readonly setRatio: (ratio: number | null) => void;
}

/** Where the divider between request and response was put: remembered over a restart, for each direction by itself. */
export function useSplit(direction: keyof RequestSplit): Split {
  const kept = useCommandQuery('preferences.get', {});
  const { run: save } = useCommand('preferences.set');
  const queryClient = useQueryClient();
  const [changed, setChanged] = useState<RequestSplit | null>(null);
  const timer = useRef(0);
  const split = changed ?? (kept.kind === 'loaded' ? kept.value.requestSplit : USUAL_REQUEST_SPLIT);
  return {
    ratio: split[direction],
    setRatio: (ratio) => {
      const requestSplit = { ...split, [direction]: ratio };
      setChanged(requestSplit);
      window.clearTimeout(timer.current);
      // Not called off when the screen is left: where the divider was put is kept all the same.
      timer.current = window.setTimeout(() => {
        void save({ requestSplit }).then((result) => {
          if (result.ok) queryClient.setQueryData(['preferences.get', {}], result.value);
        });
      }, KEEP_AFTER_MS);
    },
  };
}
