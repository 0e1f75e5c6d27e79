import { Ellipsis, Plus } from 'lucide-react';
import type { Collection } from '../../../../shared/domain/collection.ts';
import { MethodName } from '../../../ui/exchange/method-name.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MenuButton, type MenuAction } from '../../../ui/menu-button.tsx';
import { type StripTab, TabStrip } from '../../../ui/tab-strip.tsx';
import { isEdited, type OpenRequest, titleOf } from '../open-request.ts';
import { placeOf } from '../request-place.ts';
import type { Saving } from '../saving/use-saving.ts';
import type { WorkbenchState } from '../workbench-store.ts';
import type { Workbench } from '../workbench.ts';
import styles from './open-tabs-bar.module.css';
import { collectionsTexts, type CollectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

/** The element that shows the request of the selected tab. */
export const TAB_PANEL_ID = 'open-request';

interface OpenTabsBarProps {
  readonly state: WorkbenchState;
  readonly workbench: Workbench;
  readonly saving: Saving;
  readonly collections: readonly Collection[];
  readonly onNew: () => void;
}

/** The open requests, and what can be done with all of them. */
export function OpenTabsBar({ state, workbench, saving, collections, onNew }: OpenTabsBarProps) {
  const texts = useTexts(collectionsTexts);
  return (
    <div className={styles.bar}>
      <TabStrip
        label={texts.tabs.label}
        tabs={state.tabs.map((request) => tabOf(request, collections, texts))}
        selected={state.active.key}
        panelId={TAB_PANEL_ID}
        onSelect={workbench.show}
        onClose={(key) => {
          saving.close([key]);
        }}
        onKeep={workbench.keep}
        onMove={workbench.moveTab}
      />
      <div className={styles.actions}>
        <IconButton label={texts.common.newRequest} icon={<Plus />} size="small" onPress={onNew} />
        <MenuButton
          label={texts.tabs.more}
          icon={<Ellipsis />}
          actions={actionsOf({ state, workbench, saving }, texts)}
        />
      </div>
    </div>
  );
}

function tabOf(request: OpenRequest, collections: readonly Collection[], texts: CollectionsTexts): StripTab {
  const place = placeOf(request.source, collections);
  const title = titleOf(request, texts);
  return {
    id: request.key,
    label: title,
    name: `${request.draft.method} ${title}`,
    before: <MethodName method={request.draft.method} />,
    tooltip: place === null ? title : `${place} / ${title}`,
    isMarked: isEdited(request),
    isPreview: request.isPreview && !isEdited(request),
  };
}

function actionsOf(
  { state, workbench, saving }: Pick<OpenTabsBarProps, 'state' | 'workbench' | 'saving'>,
  texts: CollectionsTexts,
): readonly MenuAction[] {
  const { tabs, active, closed } = state;
  const others = tabs.filter((tab) => tab !== active).map(({ key }) => key);
  return [
    {
      id: 'save',
      label: texts.common.save,
      shortcut: 'Ctrl+S',
      onAction: () => {
        saving.save(active.key);
      },
    },
    {
      id: 'save-as',
      label: texts.common.saveAs,
      shortcut: 'Ctrl+Shift+S',
      onAction: () => {
        saving.saveAs(active.key);
      },
    },
    {
      id: 'close',
      label: texts.common.close,
      shortcut: 'Ctrl+W',
      startsGroup: true,
      onAction: () => {
        saving.close([active.key]);
      },
    },
    {
      id: 'close-others',
      label: texts.tabs.closeOthers,
      isDisabled: others.length === 0,
      onAction: () => {
        saving.close(others);
      },
    },
    {
      id: 'close-all',
      label: texts.tabs.closeAll,
      onAction: () => {
        saving.close(tabs.map(({ key }) => key));
      },
    },
    {
      id: 'reopen',
      label: texts.tabs.reopen,
      shortcut: 'Ctrl+Shift+T',
      isDisabled: closed.length === 0,
      startsGroup: true,
      onAction: workbench.reopen,
    },
  ];
}
