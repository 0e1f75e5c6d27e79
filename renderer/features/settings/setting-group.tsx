import type { ReactNode } from 'react';
import { Section } from '../../ui/section.tsx';
import styles from './setting-group.module.css';

interface SettingGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A named box of settings. */
export function SettingGroup({ title, children }: SettingGroupProps) {
  return (
    <Section title={title}>
      <div className={styles.box}>{children}</div>
    </Section>
  );
}
