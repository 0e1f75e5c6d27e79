/** What an import may be made of at most. Everything beyond is refused by name before it is looked into. */
export const IMPORT_LIMITS = {
  /** Bytes of one file, and of all files of one import together. */
  bytes: 32 * 1024 * 1024,
  /** Reading YAML takes some thirty times longer than reading JSON. */
  yamlBytes: 4 * 1024 * 1024,
  files: 5_000,
  /** Files and folders that are looked at in a folder. */
  folderEntries: 20_000,
  folderDepth: 32,
  /** Objects and lists within each other. */
  depth: 100,
  /** Texts, numbers, lists and objects of one document. */
  values: 1_000_000,
  requests: 20_000,
  variables: 10_000,
  documents: 200,
} as const;
