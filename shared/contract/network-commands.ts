import { z } from 'zod';
import { networkSettingsSchema, proxyChoiceSchema, secureOriginSchema } from '../domain/network-settings.ts';

const nothing = z.strictObject({});
const passphrase = z.string().max(1_000);

/** Proxy, authorities and certificates. Files are named by the person in the system's dialogs, never by the window. */
export const networkCommands = {
  'network.getSettings': { input: nothing, output: networkSettingsSchema },
  /** `password`: `null` keeps the one that there is, unless the address or the user name is another. It is never told again. */
  'network.setProxy': {
    input: z.strictObject({ proxy: proxyChoiceSchema, password: passphrase.nullable() }),
    output: networkSettingsSchema,
  },
  'network.setTrustsSystem': {
    input: z.strictObject({ trustsSystem: z.boolean() }),
    output: networkSettingsSchema,
  },
  /** Asks for the file. `authority-file-unusable`. */
  'network.chooseAuthorityFile': { input: nothing, output: networkSettingsSchema },
  'network.removeAuthorityFile': { input: nothing, output: networkSettingsSchema },
  /** Asks for its file, or for the certificate and then its private key. `client-certificate-unusable`. */
  'network.addClientCertificate': {
    input: z.strictObject({ origin: secureOriginSchema, kind: z.enum(['pfx', 'pem']), passphrase }),
    output: networkSettingsSchema,
  },
  'network.removeClientCertificate': {
    input: z.strictObject({ id: z.string().max(80) }),
    output: networkSettingsSchema,
  },
  /** Asks the person, outside the page, whether keys may go there though its certificate is not checked. */
  'network.allowUnchecked': {
    input: z.strictObject({ origin: secureOriginSchema }),
    output: networkSettingsSchema,
  },
  'network.disallowUnchecked': {
    input: z.strictObject({ origin: z.string().max(300) }),
    output: networkSettingsSchema,
  },
  /** Requests of this collection ask again before they go through this proxy. */
  'network.disallowProxy': {
    input: z.strictObject({ collectionId: z.string().max(200), address: z.string().max(300) }),
    output: networkSettingsSchema,
  },
} as const;

export const networkEvents = { 'network.changed': nothing } as const;
