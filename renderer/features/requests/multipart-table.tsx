import { Trash2 } from 'lucide-react';
import type { BodyFile } from '../../../shared/domain/body-file.ts';
import type { MultipartPart } from '../../../shared/domain/http-request.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { FileField, useChooseFile } from './body-files.tsx';
import { holdsVariable } from './draft.ts';
import styles from './multipart-table.module.css';

interface MultipartTableProps {
  readonly parts: readonly MultipartPart[];
  readonly unresolved: readonly string[];
  /** For which the files are chosen. */
  readonly collectionId: string | null;
  readonly onChange: (parts: readonly MultipartPart[]) => void;
}

const KINDS = [
  { id: 'text', label: 'Text' },
  { id: 'file', label: 'File' },
] as const;

const EMPTY_PART: MultipartPart = { kind: 'text', name: '', value: '', contentType: '', isEnabled: true };

/** The parts of a multipart form: texts, and files that are read when they are sent. */
export function MultipartTable({ parts, unresolved, collectionId, onChange }: MultipartTableProps) {
  const paths = parts.flatMap((part) => (part.kind === 'file' ? part.paths : []));
  const described = useCommandQuery(
    'files.describe',
    { collectionId, paths },
    { isEnabled: paths.length > 0, keepsPrevious: true },
  );
  const files = described.kind === 'loaded' ? described.value : [];
  return (
    <table className={styles.table} aria-label="Form parts">
      <thead>
        <tr>
          <th scope="col" className={styles.enabled}>
            <span className={styles.hidden}>Enabled</span>
          </th>
          <th scope="col" className={styles.name}>
            Name
          </th>
          <th scope="col" className={styles.kind}>
            Kind
          </th>
          <th scope="col">Value</th>
          <th scope="col" className={styles.type}>
            Content type
          </th>
          <th scope="col" className={styles.actions}>
            <span className={styles.hidden}>Delete</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {[...parts, EMPTY_PART].map((part, index) => (
          // A part has no identity but its place.
          <PartRow
            key={index}
            part={part}
            which={index === parts.length ? 'new part' : `part ${String(index + 1)}`}
            isNew={index === parts.length}
            files={files}
            unresolved={unresolved}
            collectionId={collectionId}
            onChange={(changed) => {
              onChange(index === parts.length ? [...parts, changed] : parts.with(index, changed));
            }}
            onDelete={() => {
              onChange(parts.filter((_, at) => at !== index));
            }}
          />
        ))}
      </tbody>
    </table>
  );
}

interface PartRowProps {
  readonly part: MultipartPart;
  readonly which: string;
  readonly isNew: boolean;
  readonly files: readonly BodyFile[];
  readonly unresolved: readonly string[];
  readonly collectionId: string | null;
  readonly onChange: (part: MultipartPart) => void;
  readonly onDelete: () => void;
}

function PartRow(props: PartRowProps) {
  const { part, which, isNew, unresolved, onChange, onDelete } = props;
  return (
    <tr data-off={!part.isEnabled || undefined}>
      <td className={styles.enabled}>
        {!isNew && (
          <Checkbox
            label={`Send ${which}`}
            isLabelHidden
            isSelected={part.isEnabled}
            onChange={(isEnabled) => {
              onChange({ ...part, isEnabled });
            }}
          />
        )}
      </td>
      <td>
        <Cell
          label={`Name of ${which}`}
          placeholder={isNew ? 'Add part' : ''}
          value={part.name}
          isUnresolved={holdsVariable(part.name, unresolved)}
          onChange={(name) => {
            onChange({ ...part, name });
          }}
        />
      </td>
      <td className={styles.kind}>
        <Select
          label={`Kind of ${which}`}
          isLabelHidden
          size="small"
          options={KINDS}
          value={part.kind}
          onChange={(kind) => {
            onChange(withKind(part, kind));
          }}
        />
      </td>
      <td>
        <PartValue {...props} />
      </td>
      <td>
        <Cell
          label={`Content type of ${which}`}
          placeholder={isNew ? '' : part.kind === 'file' ? 'By the name' : 'None'}
          value={part.contentType}
          isUnresolved={holdsVariable(part.contentType, unresolved)}
          onChange={(contentType) => {
            onChange({ ...part, contentType });
          }}
        />
      </td>
      <td className={styles.actions}>
        {!isNew && <IconButton label={`Delete ${which}`} icon={<Trash2 />} size="small" onPress={onDelete} />}
      </td>
    </tr>
  );
}

function PartValue({ part, which, files, unresolved, collectionId, onChange }: PartRowProps) {
  const choose = useChooseFile(collectionId);
  if (part.kind === 'text') {
    return (
      <Cell
        label={`Value of ${which}`}
        placeholder={which === 'new part' ? 'Value' : ''}
        value={part.value}
        isUnresolved={holdsVariable(part.value, unresolved)}
        onChange={(value) => {
          onChange({ ...part, value });
        }}
      />
    );
  }
  const paths = part.paths.length === 0 ? [''] : part.paths;
  return (
    <div className={styles.files}>
      {paths.map((path, index) => (
        <FileField
          key={index}
          which={which}
          path={path}
          file={files.find((file) => file.path === path) ?? null}
          onChoose={() => {
            choose((file) => {
              onChange({ ...part, paths: path === '' ? [file.path] : part.paths.with(index, file.path) });
            });
          }}
        />
      ))}
    </div>
  );
}

function withKind(part: MultipartPart, kind: MultipartPart['kind']): MultipartPart {
  if (part.kind === kind) return part;
  const { name, contentType, isEnabled } = part;
  return kind === 'text'
    ? { kind, name, contentType, isEnabled, value: '' }
    : { kind, name, contentType, isEnabled, paths: [] };
}

interface CellProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly isUnresolved: boolean;
  readonly onChange: (value: string) => void;
}

function Cell({ label, placeholder, value, isUnresolved, onChange }: CellProps) {
  return (
    <input
      className={styles.input}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      data-unresolved={isUnresolved || undefined}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
