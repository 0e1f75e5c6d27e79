import { X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { uiTexts } from '../../shared/texts/en/ui.ts';
import { useTexts } from '../language/speech-context.ts';
import { isCommand } from './command-key.ts';
import styles from './tab-strip.module.css';

export interface StripTab {
  readonly id: string;
  readonly label: string;
  /** The accessible name: what stands before the label, too. */
  readonly name: string;
  readonly before?: ReactNode;
  /** Where it comes from, for those of the same name. */
  readonly tooltip?: string;
  /** Not saved: told by a dot, and in the name. */
  readonly isMarked: boolean;
  /** Given to the next one that is opened; slanted. */
  readonly isPreview: boolean;
}

interface TabStripProps {
  /** The accessible name. */
  readonly label: string;
  readonly tabs: readonly StripTab[];
  readonly selected: string;
  /** The id of the element that shows what is selected. */
  readonly panelId: string;
  readonly onSelect: (id: string) => void;
  /** A press of the middle button, of the cross, or Delete. */
  readonly onClose: (id: string) => void;
  /** A double click. */
  readonly onKeep: (id: string) => void;
  /** Puts a tab before another; `null`: at the end. */
  readonly onMove: (id: string, beforeId: string | null) => void;
}

/** The element id of a tab, for what it labels. */
export function stripTabId(panelId: string, id: string): string {
  return `${panelId}-tab-${encodeURIComponent(id)}`;
}

const MIDDLE_BUTTON = 1;

/**
 * Tabs of open documents. One tab stop: arrows, Home and End show another, Delete closes, Ctrl/Cmd+Shift with an arrow moves. The cross
 * is for the pointer alone: a tab may hold no other control (WAI-ARIA 1.2, presentational children).
 */
export function TabStrip(props: TabStripProps) {
  const { label, tabs, selected, onSelect, onClose, onMove } = props;
  const list = useRef<HTMLDivElement>(null);
  const [dropBefore, setDropBefore] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected, tabs.length]);
  const focusSelected = () => {
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === selected);
    const step = stepOf(event.key, at, tabs.length);
    if (step !== null && event.shiftKey && isCommand(event)) {
      const others = tabs.filter(({ id }) => id !== selected);
      onMove(selected, others[step]?.id ?? null);
    } else if (step !== null && !event.ctrlKey && !event.metaKey && !event.altKey) {
      onSelect(tabs[step]?.id ?? selected);
    } else if (event.key === 'Delete') onClose(selected);
    else return;
    event.preventDefault();
    focusSelected();
  };
  return (
    <div
      ref={list}
      className={styles.strip}
      role="tablist"
      aria-label={label}
      aria-orientation="horizontal"
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (dropBefore !== undefined) event.preventDefault();
      }}
      onDrop={(event) => {
        const id = event.dataTransfer.getData(TAB_TYPE);
        if (id === '') return;
        event.preventDefault();
        onMove(id, dropBefore ?? null);
        setDropBefore(undefined);
      }}
      onDragEnd={() => {
        setDropBefore(undefined);
      }}
    >
      {tabs.map((tab, index) => (
        <StripTabView
          key={tab.id}
          tab={tab}
          isDropPlace={dropBefore === tab.id}
          onDropPlace={(isAfter) => {
            setDropBefore(isAfter ? (tabs[index + 1]?.id ?? null) : tab.id);
          }}
          {...props}
        />
      ))}
    </div>
  );
}

const TAB_TYPE = 'application/x-keyfob-tab';

/** Which tab a key leads to; `null` when it is not about that. */
function stepOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

interface StripTabViewProps extends Pick<
  TabStripProps,
  'selected' | 'panelId' | 'onSelect' | 'onClose' | 'onKeep'
> {
  readonly tab: StripTab;
  readonly isDropPlace: boolean;
  readonly onDropPlace: (isAfter: boolean) => void;
}

function StripTabView(props: StripTabViewProps) {
  const { tab, selected, panelId, onSelect, onClose, onKeep, isDropPlace, onDropPlace } = props;
  const isSelected = tab.id === selected;
  const texts = useTexts(uiTexts);
  const isOnCross = (event: MouseEvent) =>
    event.target instanceof Element && event.target.closest('[data-cross]') !== null;
  return (
    <div
      role="tab"
      id={stripTabId(panelId, tab.id)}
      className={styles.tab}
      aria-label={tab.isMarked ? texts.editedTab(tab.name) : tab.name}
      aria-selected={isSelected}
      aria-controls={isSelected ? panelId : undefined}
      aria-keyshortcuts="Delete"
      tabIndex={isSelected ? 0 : -1}
      title={tab.tooltip}
      data-preview={tab.isPreview || undefined}
      data-drop={isDropPlace || undefined}
      draggable
      onClick={(event) => {
        if (isOnCross(event)) onClose(tab.id);
        else onSelect(tab.id);
      }}
      onDoubleClick={() => {
        onKeep(tab.id);
      }}
      onMouseDown={(event) => {
        // The middle button would begin to scroll.
        if (event.button === MIDDLE_BUTTON) event.preventDefault();
      }}
      onAuxClick={(event) => {
        if (event.button === MIDDLE_BUTTON) onClose(tab.id);
      }}
      onDragStart={(event) => {
        event.dataTransfer.setData(TAB_TYPE, tab.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(TAB_TYPE)) return;
        event.preventDefault();
        const box = event.currentTarget.getBoundingClientRect();
        onDropPlace(event.clientX > box.left + box.width / 2);
      }}
    >
      {tab.before} <span className={styles.label}>{tab.label}</span>
      <span className={styles.end}>
        {tab.isMarked && <span className={styles.dot} aria-hidden="true" />}
        <span className={styles.cross} data-cross="" aria-hidden="true" title={texts.close}>
          <X />
        </span>
      </span>
    </div>
  );
}
