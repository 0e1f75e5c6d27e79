import type { FoundGroup } from '../../shared/domain/exposed-scan.ts';

/** A key that a scan found twice in one file. */
export function foundGroup(changes: Partial<FoundGroup> = {}): FoundGroup {
  return {
    id: 1,
    key: {
      ...{ kind: 'api-key', apiKeyId: 'key-1', name: 'CI pipeline', mask: 'kfak_••••••••abcd' },
      ...{ creatorName: null, serviceName: 'Local API', isLocal: true, isIssuedHere: true },
    },
    ...{ value: 'present', fileCount: 1, count: 2 },
    files: [
      {
        ...{ id: 7, path: 'deploy/notes.md', count: 2 },
        places: [
          { kind: 'text', line: 3, column: 14 },
          { kind: 'encoded', offset: 90 },
        ],
      },
    ],
    ...changes,
  };
}
