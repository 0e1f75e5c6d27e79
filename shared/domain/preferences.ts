import { z } from 'zod';
import { globalShortcutSchema } from './accelerator.ts';
import { DEFAULT_HISTORY_RETENTION, historyRetentionSchema } from './history-filter.ts';
import { languagePreferenceSchema } from './language.ts';

const collectionServiceSchema = z.strictObject({
  collectionId: z.string().max(300),
  serviceId: z.string().min(1).max(80),
});

/** Rows of the tree of collections that the person opened or closed, by their ids. */
const treeRowsSchema = z.array(z.strictObject({ id: z.string().max(1_000), isOpen: z.boolean() })).readonly();

const ratioSchema = z.number().min(0).max(1).nullable();
/** The request's part of the place that it shares with its response: with the one above the other, and beside each other; `null` for the usual. */
const requestSplitSchema = z.strictObject({ rows: ratioSchema, columns: ratioSchema });
export type RequestSplit = z.infer<typeof requestSplitSchema>;
export const USUAL_REQUEST_SPLIT: RequestSplit = { rows: null, columns: null };

/** So many are remembered; the oldest are forgotten first. */
export const MAX_TREE_ROWS = 1_000;

/** What a person prefers; never a secret, never anything that must not be lost. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  language: languagePreferenceSchema.default('system'),
  /** How large the window's page is drawn: 1.2 to this power. Changed by the View menu and the wheel. */
  zoomLevel: z.number().min(-3).max(5).default(0),
  closeToTray: z.boolean().default(true),
  /** Whether a shortcut opens the quick-copy palette from any program, and which; changed by `desktop.setQuickCopy`. */
  isQuickCopyOn: z.boolean().default(false),
  quickCopyShortcut: globalShortcutSchema.default('CmdOrCtrl+Alt+K'),
  /** Seconds until a copied key is taken off the clipboard. */
  clipboardClearSeconds: z.int().min(5).max(600).default(30),
  /** The service that `{{baseUrl}}` of the built-in collection stands for. */
  postmanCollectionServiceId: z.string().default('local'),
  /** Whether the Local API starts with Keyfob; else it starts when something needs it. */
  startLocalApi: z.boolean().default(true),
  /** The services that `{{baseUrl}}` of collections in files stands for. */
  collectionServices: z.array(collectionServiceSchema).readonly().default([]),
  /** The environment that requests use; `null` for none. */
  activeEnvironmentId: z.string().max(300).nullable().default(null),
  /** The environment that Keyfob made here for secrets that were typed; `null` for none. No file can say so of itself. */
  typedValuesEnvironmentId: z.string().max(300).nullable().default(null),
  /** The folder of the collections' files; `null` for the one in the person's documents. Chosen in the main process alone. */
  collectionsFolder: z.string().max(10_000).nullable().default(null),
  treeRows: treeRowsSchema.default([]),
  requestSplit: requestSplitSchema.default(USUAL_REQUEST_SPLIT),
  isTrayHintShown: z.boolean().default(false),
  /** Minutes without a touch of the computer after which Keyfob locks; 0 for never. */
  lockAfterMinutes: z.int().min(0).max(1440).default(0),
  /** Lock when the screen is locked or the computer sleeps. */
  lockWithScreen: z.boolean().default(true),
  /** Whether the person has said what they want about a recovery kit. */
  isRecoveryKitOffered: z.boolean().default(false),
  /** How much of the history is kept; changed by `history.setRetention`. */
  historyRetention: historyRetentionSchema.default(DEFAULT_HISTORY_RETENTION),
  /** Whether the person agreed that Keyfob looks for newer versions; changed by `updates.setEnabled`. */
  checksForUpdates: z.boolean().default(false),
  /** When a host was last asked for newer versions, in epoch milliseconds. */
  updatesCheckedAt: z.int().nullable().default(null),
  /** The version of which the person was told last what is new in it. */
  seenVersion: z.string().max(40).nullable().default(null),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const preferencesPatchSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  language: languagePreferenceSchema.optional(),
  closeToTray: z.boolean().optional(),
  clipboardClearSeconds: z.int().min(5).max(600).optional(),
  postmanCollectionServiceId: z.string().min(1).max(80).optional(),
  startLocalApi: z.boolean().optional(),
  collectionServices: z.array(collectionServiceSchema).max(1_000).readonly().optional(),
  activeEnvironmentId: z.string().max(300).nullable().optional(),
  treeRows: treeRowsSchema.unwrap().max(MAX_TREE_ROWS).readonly().optional(),
  requestSplit: requestSplitSchema.optional(),
  isTrayHintShown: z.boolean().optional(),
  lockAfterMinutes: z.int().min(0).max(1440).optional(),
  lockWithScreen: z.boolean().optional(),
  isRecoveryKitOffered: z.boolean().optional(),
  historyRetention: historyRetentionSchema.optional(),
  seenVersion: z.string().max(40).optional(),
});
export type PreferencesPatch = z.infer<typeof preferencesPatchSchema>;
/** With what the window cannot set: it never gives a path, and agreeing to updates is a command of its own. */
export type OwnPreferencesPatch = PreferencesPatch &
  Partial<
    Pick<
      Preferences,
      | 'typedValuesEnvironmentId'
      | 'collectionsFolder'
      | 'checksForUpdates'
      | 'updatesCheckedAt'
      | 'zoomLevel'
      | 'isQuickCopyOn'
      | 'quickCopyShortcut'
    >
  >;

export const screenSchema = z.enum([
  'api-keys',
  'requests',
  'runs',
  'history',
  'usage',
  'activity',
  'exposed-keys',
  'team-keys',
  'settings',
]);
export type Screen = z.infer<typeof screenSchema>;
