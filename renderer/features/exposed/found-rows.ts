import type { FoundFile, FoundGroup } from '../../../shared/domain/exposed-scan.ts';

/** One line of the list. */
export type FoundRow =
  | { readonly kind: 'group'; readonly id: string; readonly group: FoundGroup }
  | { readonly kind: 'file'; readonly id: string; readonly file: FoundFile }
  /** Files that are counted and not listed. */
  | { readonly kind: 'rest'; readonly id: string; readonly count: number };

/** The groups with their files, as the list draws them one below the other. */
export function foundRows(groups: readonly FoundGroup[]): readonly FoundRow[] {
  return groups.flatMap((group): FoundRow[] => {
    const rest = group.fileCount - group.files.length;
    return [
      { kind: 'group', id: `group:${String(group.id)}`, group },
      ...group.files.map((file) => ({ kind: 'file' as const, id: `file:${String(file.id)}`, file })),
      ...(rest > 0 ? [{ kind: 'rest' as const, id: `rest:${String(group.id)}`, count: rest }] : []),
    ];
  });
}
