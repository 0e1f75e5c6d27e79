import { ArrowRight, CircleSlash, Lock, LockOpen, ShieldOff, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { SigningDecision } from '../../../shared/domain/signing-decision.ts';
import type { QueryState } from '../../bridge/use-command-query.ts';
import styles from './destination-line.module.css';
import { useIsServed } from './use-is-served.ts';
import type { Preview } from './use-preview.ts';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';

interface DestinationLineProps {
  readonly method: string;
  /** `null`: there is no address yet. */
  readonly preview: QueryState<Preview> | null;
}

/** One line, always there: where the request would go, and what would become of its key. */
export function DestinationLine({ method, preview }: DestinationLineProps) {
  return (
    <div className={styles.line} role="status">
      <Content method={method} preview={preview} />
    </div>
  );
}

function Content({ method, preview }: DestinationLineProps) {
  const texts = useTexts(requestsTexts);
  const wordsOf = useErrorWords();
  const isServed = useIsServed(method, preview?.kind === 'loaded' ? preview.value.url : null);
  if (preview === null) return <span className={styles.hint}>{texts.destination.hint}</span>;
  if (preview.kind === 'loading') return null;
  if (preview.kind === 'failed') {
    return (
      <Mark tone="warn" icon={<TriangleAlert />}>
        {wordsOf(preview.error).message}
      </Mark>
    );
  }
  const { url, signing, unresolved, problem } = preview.value;
  if (problem !== null) {
    const { message } = wordsOf(problem);
    return (
      <Mark tone="warn" icon={<TriangleAlert />} title={message}>
        {message}
      </Mark>
    );
  }
  if (unresolved.length > 0) {
    const names = unresolved.map((name) => `{{${name}}}`).join(', ');
    return (
      <Mark tone="warn" icon={<TriangleAlert />}>
        {texts.destination.withoutValue(names, unresolved.length)}
      </Mark>
    );
  }
  return (
    <>
      {url !== null && (
        <span className={styles.url} title={url}>
          <ArrowRight aria-hidden="true" />
          <span>{url}</span>
        </span>
      )}
      {!isServed && (
        <Mark tone="warn" icon={<CircleSlash />} title={texts.destination.notServedNote}>
          {texts.destination.notServed}
        </Mark>
      )}
      {signing !== null && <Signing signing={signing} />}
    </>
  );
}

function Signing({ signing }: { readonly signing: SigningDecision }) {
  const texts = useTexts(requestsTexts);
  const wordsOf = useErrorWords();
  switch (signing.kind) {
    case 'sent':
      return (
        <Mark tone="good" icon={<Lock />}>
          <bdi dir="auto">{signing.apiKeyName}</bdi> <code>{signing.mask}</code>
        </Mark>
      );
    case 'withheld': {
      const { message, remedy } = wordsOf(signing);
      return (
        <Mark tone="warn" icon={<ShieldOff />} title={`${message} ${remedy}`}>
          {texts.destination.withheld(message)}
        </Mark>
      );
    }
    case 'unsigned':
      return (
        <Mark tone="neutral" icon={<LockOpen />} title={wordsOf(signing).message}>
          {texts.destination.noKey}
        </Mark>
      );
    default:
      return assertNever(signing);
  }
}

interface MarkProps {
  readonly tone: 'good' | 'warn' | 'neutral';
  readonly icon: ReactNode;
  readonly title?: string;
  readonly children: ReactNode;
}

function Mark({ tone, icon, title, children }: MarkProps) {
  return (
    <span className={styles.mark} data-tone={tone} title={title}>
      <span aria-hidden="true">{icon}</span>
      <span className={styles.markText}>{children}</span>
    </span>
  );
}
