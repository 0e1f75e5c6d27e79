import {
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  ArrowUpToLine,
  Ellipsis,
  Folder,
  ListChecks,
} from 'lucide-react';
import { useMemo, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { selectionOf, type RunSelection } from '../../../shared/domain/run-selection.ts';
import { runSetUpTexts } from '../../../shared/texts/en/run-set-up.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { MethodName } from '../../ui/exchange/method-name.tsx';
import { MenuButton, type MenuAction } from '../../ui/menu-button.tsx';
import { TreeGrid, type TreeRow } from '../../ui/tree-grid.tsx';
import {
  groupsOf,
  movedTo,
  placeOfDrop,
  placeOfStep,
  requestsOfNode,
  type SequenceNode,
  type SequencePlace,
} from './request-sequence.ts';
import type { PlacedRequest } from './run-places.ts';
import styles from './selection-list.module.css';
import { selectionRows } from './selection-rows.ts';

interface SelectionListProps {
  /** In the collection's order. */
  readonly there: readonly string[];
  /** All of them, as they are sent. */
  readonly requests: readonly PlacedRequest[];
  readonly leftOut: ReadonlySet<string>;
  readonly onChange: (selection: RunSelection | undefined) => void;
}

type Row = TreeRow<SequenceNode>;

/** Which requests are sent, and in which order. Space chooses, Alt with an arrow moves, and so does the pointer. */
export function SelectionList({ there, requests, leftOut, onChange }: SelectionListProps) {
  const texts = useTexts(runSetUpTexts).selection;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focusRequest, setFocusRequest] = useState<{ readonly id: string } | null>(null);
  const groups = useMemo(() => groupsOf(requests), [requests]);
  const rows = useMemo(
    () => selectionRows(groups, { closed, leftOut, unnamed: texts.unnamed }),
    [groups, closed, leftOut, texts],
  );
  const order = requests.map(({ id }) => id);
  const put = (next: { readonly order?: readonly string[]; readonly leftOut?: ReadonlySet<string> }) => {
    onChange(selectionOf({ there, order, leftOut, ...next }));
  };
  const sendOnly = (node: SequenceNode) => {
    const only = new Set(requestsOfNode(node).map(({ id }) => id));
    put({ leftOut: new Set(there.filter((id) => !only.has(id))) });
  };
  const send = (some: readonly PlacedRequest[], isSent: boolean) => {
    const next = new Set(leftOut);
    for (const { id } of some) {
      if (isSent) next.delete(id);
      else next.add(id);
    }
    put({ leftOut: next });
  };
  const toggle = (node: SequenceNode) => {
    const some = requestsOfNode(node);
    send(
      some,
      some.some(({ id }) => leftOut.has(id)),
    );
  };
  const move = (node: SequenceNode, place: SequencePlace | null) => {
    if (place === null) return;
    const next = movedTo(order, node, place);
    put({ order: next });
    setFocusRequest({ id: rowIdIn(next, node) });
  };
  /** A folder that comes beside itself becomes one with it. */
  const rowIdIn = (next: readonly string[], node: SequenceNode): string => {
    if (node.kind === 'request') return node.request.id;
    const byId = new Map(requests.map((request) => [request.id, request]));
    const [first] = node.group.requests;
    const after = groupsOf(next.flatMap((id) => byId.get(id) ?? []));
    return after.find((group) => group.requests.some(({ id }) => id === first?.id))?.id ?? node.group.id;
  };
  const stepOf = (node: SequenceNode, by: -1 | 1) =>
    placeOfStep(groups, node, { by, isClosed: ({ id }) => closed.has(id) });
  const ends = { first: order[0], last: order.at(-1) };
  const actionsOf = (row: Row): readonly MenuAction[] => {
    const node = row.value;
    const up = stepOf(node, -1);
    const down = stepOf(node, 1);
    const to = (id: string | undefined, side: SequencePlace['side']) =>
      id === undefined ? null : { id, side };
    const action = (id: string, label: string, place: SequencePlace | null) => ({
      ...{ id, label, isDisabled: place === null },
      onAction: () => {
        move(node, place);
      },
    });
    return [
      { ...action('up', texts.up, up), icon: <ArrowUp />, shortcut: 'Alt+↑' },
      { ...action('down', texts.down, down), icon: <ArrowDown />, shortcut: 'Alt+↓' },
      { ...action('start', texts.toStart, up && to(ends.first, 'before')), icon: <ArrowUpToLine /> },
      { ...action('end', texts.toEnd, down && to(ends.last, 'after')), icon: <ArrowDownToLine /> },
      {
        ...{ id: 'only', label: texts.only, icon: <ListChecks />, startsGroup: true },
        onAction: () => {
          sendOnly(node);
        },
      },
    ];
  };
  const onRowKey = ({ value }: Row, event: KeyboardEvent): boolean => {
    if (event.altKey && event.key === 'ArrowUp') move(value, stepOf(value, -1));
    else if (event.altKey && event.key === 'ArrowDown') move(value, stepOf(value, 1));
    else if (event.key === ' ' && !event.altKey && !event.ctrlKey && !event.metaKey) toggle(value);
    else return false;
    return true;
  };
  const sentCount = there.filter((id) => !leftOut.has(id)).length;
  // The one way to hand a computed number to the style sheet; React's types know no custom properties.
  const style = { '--rows': rows.length } as CSSProperties;
  return (
    <div className={styles.selection}>
      <div className={styles.tools}>
        <Checkbox
          label={texts.everything}
          isSelected={sentCount === there.length}
          isIndeterminate={sentCount > 0 && sentCount < there.length}
          onChange={(isSent) => {
            send(requests, isSent);
          }}
        />
        <Button
          size="small"
          onPress={() => {
            onChange(undefined);
          }}
        >
          {texts.reset}
        </Button>
      </div>
      <div className={styles.list} style={style}>
        <TreeGrid
          label={texts.list}
          rows={rows}
          isMultiSelect
          renderRow={(row, { isActive }) => (
            <SelectionRow
              row={row}
              leftOut={leftOut}
              isActive={isActive}
              actions={() => actionsOf(row)}
              onSend={(isSent) => {
                send(requestsOfNode(row.value), isSent);
              }}
            />
          )}
          onToggle={({ id, isExpanded }) => {
            setClosed((before) => {
              const next = new Set(before);
              if (isExpanded === true) next.add(id);
              else next.delete(id);
              return next;
            });
          }}
          onAction={({ value }) => {
            toggle(value);
          }}
          onDoubleAction={() => undefined}
          onRowKey={onRowKey}
          drag={{
            canDrag: () => true,
            canDrop: (dragged, target, position) =>
              position !== 'inside' &&
              !requestsOfNode(dragged.value).some(({ id }) => id === placeOfDrop(target.value, position)?.id),
            onDrop: (dragged, target, position) => {
              if (position !== 'inside') move(dragged.value, placeOfDrop(target.value, position));
            },
          }}
          focusRequest={focusRequest}
        />
      </div>
      <p className={styles.howTo}>{texts.howTo}</p>
    </div>
  );
}

interface SelectionRowProps {
  readonly row: Row;
  readonly leftOut: ReadonlySet<string>;
  readonly isActive: boolean;
  readonly actions: () => readonly MenuAction[];
  readonly onSend: (isSent: boolean) => void;
}

function SelectionRow({ row, leftOut, isActive, actions, onSend }: SelectionRowProps) {
  const texts = useTexts(runSetUpTexts).selection;
  const { value } = row;
  const all = requestsOfNode(value);
  const left = all.filter(({ id }) => leftOut.has(id)).length;
  const name = value.kind === 'group' ? value.group.folder : value.request.name || texts.unnamed;
  return (
    <>
      {value.kind === 'request' && <span className={styles.indent} />}
      <Checkbox
        label={texts.send(name)}
        isLabelHidden
        isSelected={left === 0}
        isIndeterminate={left > 0 && left < all.length}
        isTabStop={isActive}
        onChange={onSend}
      />
      {value.kind === 'group' ? (
        <span className={styles.mark} aria-hidden="true">
          <Folder />
        </span>
      ) : (
        <span className={styles.method}>
          <MethodName method={value.request.method} isShort />
        </span>
      )}
      <span className={styles.label} data-left-out={left === all.length || undefined} title={name}>
        {name}
      </span>
      <MenuButton label={texts.more(name)} icon={<Ellipsis />} actions={actions} isTabStop={isActive} />
    </>
  );
}
