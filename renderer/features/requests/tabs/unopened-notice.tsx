import { Banner } from '../../../ui/banner.tsx';
import styles from './unopened-notice.module.css';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

interface UnopenedNoticeProps {
  readonly count: number;
}

/** Says that tabs of the last time are sealed under a key that is not here now. */
export function UnopenedNotice({ count }: UnopenedNoticeProps) {
  const texts = useTexts(collectionsTexts);
  if (count === 0) return null;
  return (
    <div className={styles.notice}>
      <Banner tone="warn" title={texts.tabs.unopened(count)}>
        {texts.tabs.unopenedNote}
      </Banner>
    </div>
  );
}
