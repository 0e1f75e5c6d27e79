import type { BodyFile } from '../../../shared/domain/body-file.ts';
import type { MultipartPart } from '../../../shared/domain/http-request.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { editingTexts } from '../../../shared/texts/en/editing.ts';
import { useTexts } from '../../language/speech-context.ts';
import { RowText } from '../../ui/rows/row-text.tsx';
import { RowsTable, type RowAt } from '../../ui/rows/rows-table.tsx';
import { Select } from '../../ui/select.tsx';
import { FileField, type FileGoal, useChooseFile } from './body-files.tsx';
import { holdsVariable } from './draft.ts';
import styles from './multipart-table.module.css';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';

interface MultipartTableProps {
  readonly parts: readonly MultipartPart[];
  readonly unresolved: readonly string[];
  /** For which the files are chosen. */
  readonly goal: FileGoal;
  readonly onChange: (parts: readonly MultipartPart[]) => void;
}

const KINDS = ['text', 'file'] as const;

const EMPTY_PART: MultipartPart = { kind: 'text', name: '', value: '', contentType: '', isEnabled: true };

/** The parts of a multipart form: texts, and files that are read when they are sent. */
export function MultipartTable({ parts, unresolved, goal, onChange }: MultipartTableProps) {
  const texts = useTexts(requestsTexts);
  const { rows } = useTexts(editingTexts);
  const paths = parts.flatMap((part) => (part.kind === 'file' ? part.paths : []));
  const described = useCommandQuery(
    'files.describe',
    { collectionId: goal.collectionId, paths },
    { isEnabled: paths.length > 0, keepsPrevious: true },
  );
  const files = described.kind === 'loaded' ? described.value : [];
  const text = (at: RowAt<MultipartPart>, { column, ...field }: PartText) => (
    <RowText
      {...field}
      field={at.field(column)}
      data-unresolved={holdsVariable(field.value, unresolved) || undefined}
      unresolved={unresolved}
    />
  );
  return (
    <RowsTable
      label={texts.parts.label}
      noun="part"
      verb="send"
      rows={parts}
      columns={[
        {
          id: 'name',
          label: rows.name,
          width: '24%',
          cell: (part, at) =>
            text(at, {
              column: 'name',
              label: rows.of(rows.name, at.which),
              placeholder: at.isNew ? rows.nouns.part.add : '',
              value: part.name,
              onValueChange: (name) => {
                at.change({ ...part, name });
              },
            }),
        },
        {
          id: 'kind',
          label: texts.parts.kind,
          width: '6rem',
          cell: (part, at) => <PartKind part={part} at={at} />,
        },
        {
          id: 'value',
          label: rows.value,
          cell: (part, at) =>
            part.kind === 'file' ? (
              <PartFiles part={part} at={at} files={files} goal={goal} />
            ) : (
              text(at, {
                column: 'value',
                label: rows.of(rows.value, at.which),
                placeholder: at.isNew ? rows.value : '',
                value: part.value,
                onValueChange: (value) => {
                  at.change({ ...part, value });
                },
              })
            ),
        },
        {
          id: 'type',
          label: texts.parts.contentType,
          width: '20%',
          cell: (part, at) =>
            text(at, {
              column: 'type',
              label: rows.of(texts.parts.contentType, at.which),
              placeholder: at.isNew ? '' : part.kind === 'file' ? texts.parts.byName : texts.parts.noType,
              value: part.contentType,
              onValueChange: (contentType) => {
                at.change({ ...part, contentType });
              },
            }),
        },
      ]}
      added={{ row: EMPTY_PART, isEmpty: isEmptyPart }}
      onChange={onChange}
    />
  );
}

interface PartText {
  readonly column: 'name' | 'value' | 'type';
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}

function isEmptyPart(part: MultipartPart): boolean {
  return part.kind === 'text' && part.name === '' && part.value === '' && part.contentType === '';
}

interface PartCellProps {
  readonly part: MultipartPart;
  readonly at: RowAt<MultipartPart>;
}

function PartKind({ part, at }: PartCellProps) {
  const { rows } = useTexts(editingTexts);
  const texts = useTexts(requestsTexts);
  return (
    <div className={styles.kind}>
      <Select
        label={rows.of(texts.parts.kind, at.which)}
        isLabelHidden
        size="small"
        options={KINDS.map((id) => ({ id, label: texts.parts.kinds[id] }))}
        value={part.kind}
        onChange={(kind) => {
          at.change(withKind(part, kind));
        }}
      />
    </div>
  );
}

interface PartFilesProps {
  readonly part: Extract<MultipartPart, { kind: 'file' }>;
  readonly at: RowAt<MultipartPart>;
  readonly files: readonly BodyFile[];
  readonly goal: FileGoal;
}

function PartFiles({ part, at, files, goal }: PartFilesProps) {
  const choose = useChooseFile(goal);
  const paths = part.paths.length === 0 ? [''] : part.paths;
  return (
    <div className={styles.files}>
      {paths.map((path, index) => (
        <FileField
          key={index}
          which={at.which}
          path={path}
          collectionId={goal.collectionId}
          file={files.find((file) => file.path === path) ?? null}
          onChoose={() => {
            choose((file) => {
              at.change({ ...part, paths: path === '' ? [file.path] : part.paths.with(index, file.path) });
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
