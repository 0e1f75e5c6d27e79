import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Run } from '../../../shared/domain/run.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Banner } from '../../ui/banner.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ResultsPanel } from './results-panel.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunHeader, type RunHeaderProps } from './run-header.tsx';
import styles from './run-pane.module.css';
import { stateNote } from './run-text.ts';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useTexts } from '../../language/speech-context.ts';
import { TimePanel } from './time-panel.tsx';

/** So often the median is asked for while a run is under way: its rows are written about once a second. */
const LIVE_MS = 2_000;

type View = 'results' | 'times';

/** A run, under way or ended: how far it is, its requests, and their times. */
export function RunPane(props: Omit<RunHeaderProps, 'heading'>) {
  const texts = useTexts(runsTexts);
  const { run } = props;
  const [view, setView] = useState<View>('results');
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(heading, run);
  const times = useCommandQuery(
    'runs.getTimes',
    { id: run.id },
    run.state === 'running' ? { refreshMs: LIVE_MS } : {},
  );
  const note = stateNote(run.state, texts);
  return (
    <section className={styles.pane} aria-label={texts.header.run(run.name)}>
      <div className={styles.head}>
        <RunHeader {...props} heading={heading} />
        {note !== null && <Banner tone={run.state === 'failed' ? 'error' : 'warn'} title={note} />}
        <RunFacts run={run} times={times.kind === 'loaded' ? times.value : null} />
      </div>
      <div className={styles.views}>
        <Tabs<View>
          label={texts.header.views}
          tabs={[
            { id: 'results', label: texts.header.results, content: <ResultsPanel run={run} /> },
            { id: 'times', label: texts.header.times, content: <TimePanel run={run} /> },
          ]}
          selected={view}
          onChange={setView}
        />
      </div>
    </section>
  );
}

/** The button that had the focus may be gone: started, the form is; ended, Cancel is. Then the heading takes it. */
function useKeptFocus(heading: RefObject<HTMLElement | null>, { id, state }: Run): void {
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) heading.current?.focus();
  }, [heading, id, state]);
}
