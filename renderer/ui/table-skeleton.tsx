import { Skeleton } from './skeleton.tsx';
import styles from './table.module.css';

const ROWS = [0, 1, 2, 3, 4, 5];
const WIDTHS = ['60%', '75%', '50%', '65%', '55%', '45%', '70%', '0'];

/** Rows that hold the place of those that are still loading, at the same height. */
export function TableSkeleton({ columnCount }: { readonly columnCount: number }) {
  return (
    <div className={styles.skeletonBody} aria-hidden="true">
      {ROWS.map((row) => (
        <div key={row} className={styles.skeletonRow}>
          {WIDTHS.slice(0, columnCount).map((width, column) => (
            <div key={column} className={styles.cell}>
              <Skeleton width={width} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
