import { z } from 'zod';
import { apiKeyIdSchema, apiKeyNameSchema, apiKeySchema } from '../domain/api-key.ts';
import { appErrorSchema } from '../domain/app-error.ts';
import { collectionIdSchema, itemIdSchema } from '../domain/collection.ts';
import { exchangeIdSchema, exchangeProgressSchema, exchangeSchema } from '../domain/exchange.ts';
import { expiryChoiceSchema } from '../domain/expiry.ts';
import { requestDraftSchema } from '../domain/http-request.ts';
import { keyFindSchema, keyPageRequestSchema, keyPageSchema } from '../domain/key-list.ts';
import { ledgerStateSchema } from '../domain/ledger-state.ts';
import { localApiStateSchema } from '../domain/local-api-state.ts';
import { preferencesPatchSchema, preferencesSchema, screenSchema } from '../domain/preferences.ts';
import { serviceDraftSchema, serviceIdSchema, serviceSchema } from '../domain/service.ts';
import { runIdSchema } from '../domain/run.ts';
import { signingDecisionSchema } from '../domain/signing-decision.ts';
import { vaultStateSchema } from '../domain/vault-state.ts';
import { importCommands } from './import-commands.ts';
import { keyServiceCommands } from './key-service-commands.ts';
import { collectionCommands, collectionEvents } from './collection-commands.ts';
import { fileCommands, fileEvents } from './file-commands.ts';
import { teamCommands } from './team-commands.ts';
import { activityCommands, activityEvents } from './activity-commands.ts';
import { accessKeyCommands, accessKeyEvents } from './access-key-commands.ts';
import { networkCommands, networkEvents } from './network-commands.ts';
import { localApiCommands } from './local-api-commands.ts';
import { policyCommands } from './policy-commands.ts';
import { regenerateCommands } from './regenerate-commands.ts';
import { usageCommands, usageEvents } from './usage-commands.ts';
import { tabCommands } from './tab-commands.ts';
import { desktopCommands, desktopEvents } from './desktop-commands.ts';
import { diagnosticsCommands, diagnosticsEvents } from './diagnostics-commands.ts';
import { updateCommands, updateEvents } from './update-commands.ts';
import { vaultCommands, vaultEvents } from './vault-commands.ts';
import { movingCommands, movingEvents } from './moving-commands.ts';
import { exposedCommands, exposedEvents } from './exposed-commands.ts';
import { historyCommands } from './history-commands.ts';
import { runCommands, runEvents } from './run-commands.ts';
import { exportCommands } from './export-commands.ts';
import { environmentCommands, environmentEvents } from './environment-commands.ts';
import { responseCommands, responseEvents } from './response-commands.ts';

const nothing = z.strictObject({});
const keyId = z.strictObject({ id: apiKeyIdSchema });

/** Whose variables and key apply, and which request of it this is; `null` for none. */
const requestPlace = {
  collectionId: collectionIdSchema.nullable(),
  requestId: itemIdSchema.nullable().default(null),
};

/** Every command that the window can give, with what goes in and what comes out. Names are `area.verb`. */
const stagedPaste = z.strictObject({
  token: z.string(),
  mask: z.string(),
  length: z.int(),
  suggestedServiceId: serviceIdSchema.nullable(),
});

export const commands = {
  'app.getState': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      platform: z.enum(['linux', 'darwin', 'win32']),
      vault: vaultStateSchema,
      ledger: ledgerStateSchema,
    }),
  },
  /** Asks the person, in a native dialog, before the browser opens it. https only. */
  'app.openExternal': {
    input: z.strictObject({ url: z.url({ protocol: /^https$/ }).max(2000) }),
    output: nothing,
  },

  ...vaultCommands,
  ...movingCommands,

  /** Opens the newest good backup in place of a ledger that was set aside. */
  'ledger.restoreBackup': { input: nothing, output: ledgerStateSchema },
  /** Starts an empty ledger; the one that could not be opened stays beside it, set aside. */
  'ledger.startEmpty': { input: nothing, output: ledgerStateSchema },

  'keys.list': { input: nothing, output: z.array(apiKeySchema) },
  /** A part of one's own keys, searched and sorted. */
  'keys.page': { input: keyPageRequestSchema, output: keyPageSchema },
  /** The first of one's own keys that match. */
  'keys.find': { input: keyFindSchema, output: z.array(apiKeySchema) },
  'keys.get': { input: keyId, output: apiKeySchema },
  /** How many keys of one's own end soon and are not being rotated. */
  'keys.countAttention': { input: nothing, output: z.strictObject({ count: z.int() }) },
  'keys.generate': {
    input: z.strictObject({ name: apiKeyNameSchema, serviceId: serviceIdSchema, expiry: expiryChoiceSchema }),
    output: apiKeySchema,
  },
  /** The value of a key that was generated or regenerated just now: once, then `already-revealed`. */
  'keys.reveal': { input: keyId, output: z.strictObject({ secret: z.string() }) },
  /** Takes the key on the clipboard into the main process; the window gets a token and a mask, never the value. */
  'keys.stagePaste': { input: nothing, output: stagedPaste },
  /** Variables of Keyfob's environment that look like keys, by name; their values stay where they are. */
  'keys.listInEnvironment': { input: nothing, output: z.array(z.string()) },
  /** As `keys.stagePaste`, for one of these. */
  'keys.stageFromEnvironment': { input: z.strictObject({ name: z.string().max(100) }), output: stagedPaste },
  /** Keeps the staged key, once its service has accepted it. `service-refused-key`, `key-not-verified`. */
  'keys.addStaged': {
    input: z.strictObject({
      token: z.string().max(80),
      name: apiKeyNameSchema,
      serviceId: serviceIdSchema,
      expiry: expiryChoiceSchema,
      /** `skipped`: the person knowingly keeps a key about which its service could not be asked. */
      verification: z.enum(['required', 'skipped']).default('required'),
    }),
    output: apiKeySchema,
  },
  'keys.copy': { input: keyId, output: z.strictObject({ clearsAt: z.int() }) },
  'keys.rename': {
    input: z.strictObject({ id: apiKeyIdSchema, name: apiKeyNameSchema }),
    output: apiKeySchema,
  },
  'keys.setExpiration': {
    input: z.strictObject({ id: apiKeyIdSchema, expiry: expiryChoiceSchema }),
    output: apiKeySchema,
  },
  'keys.makeDefault': { input: keyId, output: apiKeySchema },
  'keys.setDisabled': {
    input: z.strictObject({ id: apiKeyIdSchema, isDisabled: z.boolean() }),
    output: apiKeySchema,
  },
  'keys.setReadOnly': {
    input: z.strictObject({ id: apiKeyIdSchema, isReadOnly: z.boolean() }),
    output: apiKeySchema,
  },
  ...regenerateCommands,
  'keys.delete': { input: keyId, output: nothing },
  ...keyServiceCommands,

  ...accessKeyCommands,

  'services.list': { input: nothing, output: z.array(serviceSchema) },
  'services.create': { input: serviceDraftSchema, output: serviceSchema },
  'services.update': {
    input: z.strictObject({ id: serviceIdSchema, draft: serviceDraftSchema }),
    output: serviceSchema,
  },
  'services.delete': { input: z.strictObject({ id: serviceIdSchema }), output: nothing },

  ...collectionCommands,
  ...fileCommands,
  ...environmentCommands,
  ...exportCommands,
  ...tabCommands,

  /** What would be sent where, without sending: the resolved address and the decision about the key. */
  'requests.preview': {
    input: z.strictObject({ draft: requestDraftSchema, ...requestPlace }),
    output: z.strictObject({
      url: z.string().nullable(),
      signing: signingDecisionSchema.nullable(),
      unresolved: z.array(z.string()),
      /** Why it would be refused, beside what is unfinished; `null` when nothing is known. */
      problem: appErrorSchema.nullable(),
    }),
  },
  /**
   * Sends. A key that would be withheld at the first hop stops the request (`key-withheld`); with `onWithheld: 'send-without-key'`,
   * which the person chose knowingly, it goes out without the key.
   */
  'requests.send': {
    input: z.strictObject({
      id: exchangeIdSchema,
      draft: requestDraftSchema,
      ...requestPlace,
      onWithheld: z.enum(['stop', 'send-without-key']),
      /** A service that said that the month's calls are used up is not asked (`service-limit-exhausted`), unless the person wants it so. */
      onExhausted: z.enum(['stop', 'send-anyway']).optional(),
    }),
    output: exchangeSchema,
  },
  'requests.cancel': { input: z.strictObject({ id: exchangeIdSchema }), output: nothing },
  ...responseCommands,

  ...historyCommands,

  ...runCommands,

  ...teamCommands,
  ...activityCommands,
  ...exposedCommands,

  ...localApiCommands,
  ...networkCommands,

  ...policyCommands,
  ...usageCommands,
  ...importCommands,
  ...updateCommands,
  ...desktopCommands,
  ...diagnosticsCommands,

  'preferences.get': { input: nothing, output: preferencesSchema },
  'preferences.set': { input: preferencesPatchSchema, output: preferencesSchema },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

/** Every event that the main process publishes. Names are past tense. */
export const events = {
  ...vaultEvents,
  'ledger.changed': ledgerStateSchema,
  'keys.changed': nothing,
  ...accessKeyEvents,
  ...collectionEvents,
  ...fileEvents,
  ...environmentEvents,
  ...networkEvents,
  'services.changed': nothing,
  'team.changed': nothing,
  'policy.changed': nothing,
  'profiles.changed': nothing,
  'history.changed': nothing,
  'localApi.changed': localApiStateSchema,
  'preferences.changed': preferencesSchema,
  'requests.progressed': exchangeProgressSchema,
  ...responseEvents,
  'clipboard.cleared': nothing,
  ...activityEvents,
  ...usageEvents,
  ...exposedEvents,
  ...movingEvents,
  ...diagnosticsEvents,
  ...runEvents,
  ...updateEvents,
  ...desktopEvents,
  /** The tray or a menu asked for a screen, and perhaps for something on it. */
  'navigation.requested': z.strictObject({
    screen: screenSchema,
    action: z
      .enum(['generate-key', 'new-request', 'import-opened', 'focus-key', 'regenerate-key', 'show-run'])
      .nullable(),
    /** The key that `focus-key` and `regenerate-key` are about. */
    apiKeyId: apiKeyIdSchema.optional(),
    runId: runIdSchema.optional(),
  }),
  /** The Help menu asked for the sheet of shortcuts. */
  'shortcuts.requested': z.strictObject({}),
} as const satisfies Record<string, z.ZodType>;

export type CommandName = keyof typeof commands;
export type CommandInput<Name extends CommandName> = z.output<(typeof commands)[Name]['input']>;
/** What the window passes: before defaults and transforms. */
export type CommandArgument<Name extends CommandName> = z.input<(typeof commands)[Name]['input']>;
export type CommandOutput<Name extends CommandName> = z.output<(typeof commands)[Name]['output']>;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>;
