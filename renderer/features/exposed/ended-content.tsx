import { ShieldCheck } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { EndedScan } from '../../../shared/domain/exposed-scan.ts';
import { Banner } from '../../ui/banner.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListNote } from '../../ui/list-screen.tsx';
import styles from './ended-content.module.css';
import { FoundList } from './found-list.tsx';
import { foreignText, leftOutTexts, problemTexts } from './scan-text.ts';
import { exposedTexts } from '../../../shared/texts/en/exposed.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

/**
 * A dialog gives the focus back to the button that opened it; that one goes when the value works no longer, and then the list
 * takes the focus.
 */
function useKeptFocus(list: RefObject<HTMLElement | null>, isDialogOpen: boolean): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    const hasClosed = wasOpen.current && !isDialogOpen;
    wasOpen.current = isDialogOpen;
    if (!hasClosed) return;
    let frame = requestAnimationFrame(() => {
      // The dialog's own turn was the frame before.
      frame = requestAnimationFrame(() => {
        if (document.activeElement === document.body) list.current?.focus();
      });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [list, isDialogOpen]);
}

interface EndedContentProps {
  readonly scan: EndedScan;
  readonly replaceDialog: (apiKey: ApiKey, onClose: () => void) => ReactNode;
}

/** What a scan found, and what it did not look at. */
export function EndedContent({ scan, replaceDialog }: EndedContentProps) {
  const [replaced, setReplaced] = useState<ApiKey | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useKeptFocus(list, replaced !== null);
  return (
    <>
      <Summary scan={scan} />
      {scan.groups.length === 0 ? (
        <NothingFound scan={scan} />
      ) : (
        <FoundList ref={list} scan={scan} onReplace={setReplaced} />
      )}
      {replaced !== null &&
        replaceDialog(replaced, () => {
          setReplaced(null);
        })}
    </>
  );
}

function Summary({ scan }: Pick<EndedContentProps, 'scan'>) {
  const texts = useTexts(exposedTexts);
  const formats = useFormats();
  const { target, files, bytes, startedAt, endedAt, groups } = scan;
  const problems = problemTexts(scan, texts);
  const places = groups.reduce((sum, { count }) => sum + count, 0);
  const notes = [foreignText(scan, texts), ...leftOutTexts(scan, texts)].filter((text) => text !== null);
  return (
    <div className={styles.summary}>
      <p role="status">
        <strong className={styles.result}>
          {groups.length === 0 ? texts.summary.nothing : texts.summary.found(groups.length, places)}
        </strong>{' '}
        <span className={styles.scanned}>
          {texts.summary.in} <bdi>{target.path}</bdi>: {texts.summary.files(files)}, {formats.bytes(bytes)},{' '}
          {formats.duration(endedAt - startedAt)}
        </span>
      </p>
      {scan.outcome === 'cancelled' && <Banner tone="info" title={texts.summary.cancelled} />}
      {scan.outcome === 'failed' && (
        <Banner tone="error" title={texts.summary.brokeOff}>
          {texts.summary.report}
        </Banner>
      )}
      {problems.length > 0 && (
        <Banner tone="warn" title={texts.summary.notAll}>
          <Lines texts={problems} />
        </Banner>
      )}
      {notes.length > 0 && (
        <div className={styles.notes}>
          <Lines texts={notes} />
        </div>
      )}
    </div>
  );
}

function Lines({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function NothingFound({ scan }: Pick<EndedContentProps, 'scan'>) {
  const texts = useTexts(exposedTexts);
  const isWhole = scan.outcome === 'complete' && problemTexts(scan, texts).length === 0;
  return (
    <ListNote>
      <EmptyState icon={<ShieldCheck />} title={isWhole ? texts.none.title : texts.none.titleOfPart}>
        <p>{texts.none.explanation(scan.coverage.values)}</p>
      </EmptyState>
    </ListNote>
  );
}
