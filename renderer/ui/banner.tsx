import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './banner.module.css';

interface BannerProps {
  readonly tone: 'info' | 'warn' | 'error';
  readonly title: string;
  /** Across the whole width, at the top of everything. */
  readonly isStrip?: boolean;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

const icons = { info: Info, warn: TriangleAlert, error: CircleAlert };

/** A state that concerns the whole page, with the ways out of it. */
export function Banner({ tone, title, isStrip = false, children, actions }: BannerProps) {
  const Icon = icons[tone];
  return (
    <section
      className={styles.banner}
      data-tone={tone}
      data-strip={isStrip || undefined}
      role={tone === 'error' ? 'alert' : 'status'}
    >
      <Icon className={styles.icon} aria-hidden="true" />
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {children !== undefined && <div className={styles.body}>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}
