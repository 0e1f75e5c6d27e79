import styles from './skeleton.module.css';

interface SkeletonProps {
  /** Any CSS length. */
  readonly width: string;
  readonly height?: string;
}

/** The place of something that is still loading; decoration for assistive technology. */
export function Skeleton({ width, height = '0.625rem' }: SkeletonProps) {
  return (
    <span className={styles.skeleton} style={{ inlineSize: width, blockSize: height }} aria-hidden="true" />
  );
}
