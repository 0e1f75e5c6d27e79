import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './tabs.module.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A short count or mark beside the label; not part of the name. */
  readonly badge?: ReactNode;
  readonly content: ReactNode;
}

interface TabsProps<Id extends string> {
  /** The accessible name of the list of tabs. */
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onChange: (id: Id) => void;
  /** What stands at the end of the tab bar. */
  readonly trailing?: ReactNode;
}

/** Tabs and their panels; the panel fills what is left of its container. */
export function Tabs<Id extends string>({ label, tabs, selected, onChange, trailing }: TabsProps<Id>) {
  return (
    <AriaTabs
      className={classNames(styles.tabs)}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key);
        if (tab !== undefined) onChange(tab.id);
      }}
    >
      <div className={styles.bar}>
        <TabList aria-label={label} className={classNames(styles.list)}>
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className={classNames(styles.tab)}>
              {tab.label}
              {tab.badge !== undefined && (
                <span className={styles.badge} aria-hidden="true">
                  {tab.badge}
                </span>
              )}
            </Tab>
          ))}
        </TabList>
        {trailing}
      </div>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={classNames(styles.panel)}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
