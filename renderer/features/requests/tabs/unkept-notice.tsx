import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';
import { Banner } from '../../../ui/banner.tsx';
import styles from './unopened-notice.module.css';

/** Says that what is typed into the request is lost with the window unless it is saved. */
export function UnkeptNotice() {
  const texts = useTexts(collectionsTexts);
  return (
    <div className={styles.notice}>
      <Banner tone="warn" title={texts.tabs.unkept}>
        {texts.tabs.unkeptNote}
      </Banner>
    </div>
  );
}
