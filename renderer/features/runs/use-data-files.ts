import { useCallback, useMemo, useState } from 'react';
import type { RunPlace } from '../../../shared/domain/run.ts';
import { placeKey, type DataFile } from './setup-form.ts';

/** The data files that were chosen, by what is run with them. */
export interface DataFiles {
  readonly find: (place: RunPlace) => DataFile | null;
  readonly put: (place: RunPlace, data: DataFile | null) => void;
}

/** They may hold what nobody else should read, so they are held by the window alone, until Keyfob is locked or quits. */
export function useDataFiles(): DataFiles {
  const [files, setFiles] = useState<ReadonlyMap<string, DataFile>>(new Map());
  const put = useCallback((place: RunPlace, data: DataFile | null) => {
    setFiles((all) => {
      const next = new Map(all);
      if (data === null) next.delete(placeKey(place));
      else next.set(placeKey(place), data);
      return next;
    });
  }, []);
  return useMemo(() => ({ find: (place) => files.get(placeKey(place)) ?? null, put }), [files, put]);
}
