import { Banner } from '../../../ui/banner.tsx';
import styles from './unopened-notice.module.css';

interface UnopenedNoticeProps {
  readonly count: number;
}

/** Says that tabs of the last time are sealed under a key that is not here now. */
export function UnopenedNotice({ count }: UnopenedNoticeProps) {
  if (count === 0) return null;
  return (
    <div className={styles.notice}>
      <Banner
        tone="warn"
        title={`${String(count)} ${count === 1 ? 'tab' : 'tabs'} of the last time cannot be opened now`}
      >
        Nothing of it is lost: it comes back with your master key.
      </Banner>
    </div>
  );
}
