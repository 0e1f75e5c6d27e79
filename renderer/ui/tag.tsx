import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'danger';

interface TagProps {
  readonly children: ReactNode;
  readonly tone?: Tone;
  /** A dot before the text: for a state, not for a label. */
  readonly hasDot?: boolean;
  /** Without its box: for what is as it should be, many times over. */
  readonly isPlain?: boolean;
  readonly title?: string;
}

/** A short word about a thing. The word says it; the colour only helps. */
export function Tag({ children, tone = 'neutral', hasDot = false, isPlain = false, title }: TagProps) {
  return (
    <span
      className={styles.tag}
      data-tone={tone}
      data-dot={hasDot || undefined}
      data-plain={isPlain || undefined}
      title={title}
    >
      {children}
    </span>
  );
}
