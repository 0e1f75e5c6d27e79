import type { EventName, EventPayload } from '../../shared/contract/contract.ts';
import { runSchema, type Run } from '../../shared/domain/run.ts';
import type { Publish } from '../keys/publish.ts';
import type { Notifier } from '../ports/notifier.ts';
import { RUNS, showRun, type Navigation } from './navigation.ts';
import type { DesktopTexts, Speaker } from './speaker.ts';

export interface RunEndParts {
  readonly publisher: {
    readonly onPublished: (listener: (event: EventName, payload: unknown) => void) => void;
  };
  readonly publish: Publish;
  readonly notifier: Notifier;
  readonly speaker: Pick<Speaker, 'texts'>;
  readonly goTo: Navigation['goTo'];
  /** Whether the person looks at Keyfob's window: it says it itself then, where another screen is shown. */
  readonly isWindowFocused: () => boolean;
}

/** Tells that a run has ended, once, wherever the person is by then. Nothing of one that they ended themselves. */
export function announceRunEnds(parts: RunEndParts): void {
  const { publisher, publish, notifier, speaker, goTo, isWindowFocused } = parts;
  const told = new Set<string>();
  const tell = (run: Run): void => {
    const text = textOf(run, speaker.texts().runEnded);
    if (isWindowFocused()) {
      publish('runs.ended', { id: run.id, ...text });
      return;
    }
    const onClick = (): void => {
      // Locked, Keyfob shows none.
      goTo(run.state === 'locked' ? RUNS : showRun(run.id));
    };
    notifier.show({ ...text, onClick });
  };
  publisher.onPublished((event, payload) => {
    if (event !== 'runs.progressed') return;
    const run = runSchema.parse(payload);
    if (run.state === 'running' || run.state === 'cancelled' || told.has(run.id)) return;
    told.add(run.id);
    tell(run);
  });
}

function textOf(run: Run, texts: DesktopTexts['runEnded']): Omit<EventPayload<'runs.ended'>, 'id'> {
  const { done, failed, errors, withheld } = run.totals;
  const isWhole = run.state === 'finished';
  const stoppedTitle = (): string =>
    // Locked, Keyfob names nothing.
    run.state === 'locked' ? texts.lockedTitle : texts.stoppedTitle(run.name);
  return {
    isGood: isWhole && failed + errors + withheld === 0,
    title: isWhole ? texts.title(run.name) : stoppedTitle(),
    body: texts.body(done, failed + errors),
  };
}
