import { useState } from 'react';
import type { Run, RunPlace } from '../../../shared/domain/run.ts';

type Chosen = { readonly kind: 'set-up' } | { readonly kind: 'run'; readonly id: string };

/** What the right side shows, and what is asked about. */
export interface RunsView {
  /** `null`: the set-up of one is shown. */
  readonly run: Run | null;
  /** What is set up; `null` before anything was chosen. */
  readonly place: RunPlace | null;
  readonly show: (id: string) => void;
  /** `null`: what was set up last. */
  readonly setUp: (place: RunPlace | null) => void;
}

/** What was chosen may be gone; then the newest run is shown, and without any the set-up of one. */
export function useRunsView(runs: readonly Run[]): RunsView {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [place, setPlace] = useState<RunPlace | null>(null);
  const wanted = chosen?.kind === 'run' ? runs.find(({ id }) => id === chosen.id) : undefined;
  return {
    run: chosen?.kind === 'set-up' ? null : (wanted ?? runs[0] ?? null),
    place,
    show: (id) => {
      setChosen({ kind: 'run', id });
    },
    setUp: (next) => {
      if (next !== null) setPlace(next);
      setChosen({ kind: 'set-up' });
    },
  };
}
