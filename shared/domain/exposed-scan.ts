import { z } from 'zod';
import { maskSchema } from './api-key.ts';
import { MOST_PLACES_LISTED } from './scan-limits.ts';

/** Where a value begins. */
export const foundPlaceSchema = z.discriminatedUnion('kind', [
  /** Counted from 1; the column in characters. */
  z.strictObject({ kind: z.literal('text'), line: z.int(), column: z.int() }),
  /** In a file that is no text: bytes from the file's start. */
  z.strictObject({ kind: z.literal('binary'), offset: z.int() }),
  /** In a text in Base64, or Base64 for URLs: bytes from the file's start to where that begins. */
  z.strictObject({ kind: z.literal('encoded'), offset: z.int() }),
  /** In the path itself. */
  z.strictObject({ kind: z.literal('path') }),
]);
export type FoundPlace = z.infer<typeof foundPlaceSchema>;

export const foundFileSchema = z.strictObject({
  /** Names the file to main; a path never comes from the window. */
  id: z.int(),
  /** From what was scanned on, any key in it masked. */
  path: z.string(),
  /** How often the value stands in the file. */
  count: z.int(),
  places: z.array(foundPlaceSchema).max(MOST_PLACES_LISTED).readonly(),
});
export type FoundFile = z.infer<typeof foundFileSchema>;

/** Whose value was found, as it is now. */
export const foundKeySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('api-key'),
    apiKeyId: z.string(),
    name: z.string(),
    mask: maskSchema,
    /** `null`: one's own. */
    creatorName: z.string().nullable(),
    serviceName: z.string(),
    isLocal: z.boolean(),
    isIssuedHere: z.boolean(),
  }),
  /** A key that was deleted or revoked. */
  z.strictObject({ kind: z.literal('revoked-key'), name: z.string(), isLocal: z.boolean() }),
  z.strictObject({
    kind: z.literal('access-key'),
    accessKeyId: z.string(),
    mask: maskSchema,
    collectionName: z.string().nullable(),
    creatorName: z.string().nullable(),
    hasExpired: z.boolean(),
  }),
]);
export type FoundKey = z.infer<typeof foundKeySchema>;

/**
 * What the value is to its key now. `present`: it works, or would if the key did. `in-grace`: replaced, and works until its grace
 * ends. `replaced`: given up here, but its service may still accept it. `ended`: it is refused.
 */
export const foundValueSchema = z.enum(['present', 'in-grace', 'replaced', 'ended']);
export type FoundValue = z.infer<typeof foundValueSchema>;

export const foundGroupSchema = z.strictObject({
  id: z.int(),
  key: foundKeySchema,
  value: foundValueSchema,
  fileCount: z.int(),
  count: z.int(),
  files: z.array(foundFileSchema).readonly(),
});
export type FoundGroup = z.infer<typeof foundGroupSchema>;

/** What was not looked at, and why. Numbers of files and folders. */
export const scanGapsSchema = z.strictObject({
  /** The system refused to read them. */
  unreadable: z.int(),
  /** They were there when the folder was listed, and no longer when it was their turn. */
  vanished: z.int(),
  /** Links are not followed. */
  links: z.int(),
  /** Devices, pipes, sockets, and the system's own file systems. */
  special: z.int(),
  /** Histories of Git repositories that are packed. */
  gitHistories: z.int(),
  /** Folders that the person left out. */
  leftOut: z.int(),
  /** Keyfob’s own folder, where the keys lie sealed. */
  ownFolder: z.int(),
  /** Packed in a way that is not undone, or encrypted. */
  otherPacked: z.int(),
  /** Archives in archives. */
  nested: z.int(),
  /** They unpack to more than a real one would: searched in part. */
  tooMuch: z.int(),
  /** They could not be unpacked to their end. */
  damaged: z.int(),
});
export type ScanGaps = z.infer<typeof scanGapsSchema>;

/** Which of the kept keys were looked for. */
export const scanCoverageSchema = z.strictObject({
  /** Values that were looked for. */
  values: z.int(),
  /** Keys of Postman and of custom services that could not be compared: their secrets did not open. */
  notOpened: z.int(),
  /** Keys too short to be told from other text. */
  tooShort: z.int(),
});
export type ScanCoverage = z.infer<typeof scanCoverageSchema>;

export const scanTargetSchema = z.strictObject({
  kind: z.enum(['folder', 'file']),
  /** Any key in it masked. */
  path: z.string(),
});
export type ScanTarget = z.infer<typeof scanTargetSchema>;

export const scanProgressSchema = z.strictObject({
  id: z.string(),
  /** First the files are counted, so that the rest can be measured. */
  phase: z.enum(['counting', 'reading']),
  files: z.int(),
  bytes: z.int(),
  totalFiles: z.int(),
  totalBytes: z.int(),
  /** The path that is looked at, from what is scanned on, any key in it masked. */
  current: z.string(),
  /** Places found so far. */
  found: z.int(),
});
export type ScanProgress = z.infer<typeof scanProgressSchema>;

export const exposedScanSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('running'),
    id: z.string(),
    target: scanTargetSchema,
    progress: scanProgressSchema,
  }),
  z.strictObject({
    kind: z.literal('ended'),
    id: z.string(),
    target: scanTargetSchema,
    /** `failed`: the scan itself broke off, or nothing of the target could be read. */
    outcome: z.enum(['complete', 'cancelled', 'failed']),
    startedAt: z.int(),
    endedAt: z.int(),
    files: z.int(),
    bytes: z.int(),
    gaps: scanGapsSchema,
    coverage: scanCoverageSchema,
    /** Well-formed keys that are none of these, by what they look like. */
    foreign: z.strictObject({ local: z.int(), postman: z.int() }),
    groups: z.array(foundGroupSchema).readonly(),
  }),
]);
export type ExposedScan = z.infer<typeof exposedScanSchema>;
export type EndedScan = Extract<ExposedScan, { kind: 'ended' }>;
