import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './settings-skeleton.module.css';

/** Heights of the first boxes: the theme and the language, the desktop, the history. */
const BOXES = ['8rem', '17rem', '8.5rem', '12rem'] as const;

/** The place of the settings until all of them are known: one that came later would push down those below it. */
export function SettingsSkeleton() {
  return BOXES.map((height) => (
    <div key={height} className={styles.group}>
      <Skeleton width="6rem" height="1rem" />
      <Skeleton width="100%" height={height} />
    </div>
  ));
}
