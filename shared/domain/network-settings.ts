import { z } from 'zod';
import { bindableOriginSchema } from './origin.ts';
import { fieldTexts } from '../texts/en/fields.ts';

const PROXY_SCHEMES = ['http', 'https', 'socks5'] as const;

/** Text typed by a person -> a proxy. Without a scheme it is `http`; user-info and paths are refused. */
export const proxyAddressSchema = z
  .string()
  .trim()
  .max(300, fieldTexts.atMost300)
  .transform((text, context) => {
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
    const match = /^([a-z0-9]+):\/\/(\[[0-9a-f:.]+\]|[^\s/?#:@\\]+):(\d{1,5})\/?$/i.exec(address);
    const scheme = PROXY_SCHEMES.find((each) => each === match?.[1]?.toLowerCase());
    const port = Number(match?.[3]);
    if (match === null || scheme === undefined || port < 1 || port > 65_535) {
      const message = fieldTexts.proxyAddress;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    return `${scheme}://${(match[2] ?? '').toLowerCase()}:${String(port)}`;
  });

/** Hosts that are reached directly: `example.com` with all names under it, or `example.com:8443`. This computer always is. */
const exceptionsSchema = z.array(z.string().trim().min(1).max(300)).max(200).readonly();

export const proxyChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('manual'),
    /** `scheme://host:port`. */
    address: proxyAddressSchema,
    /** Empty where the proxy asks for none. */
    userName: z.string().max(200),
    exceptions: exceptionsSchema,
  }),
]);
export type ProxyChoice = z.infer<typeof proxyChoiceSchema>;

export const secureOriginSchema = bindableOriginSchema.refine((origin) => origin.startsWith('https://'), {
  message: fieldTexts.originSecure,
});

export const clientCertificateSchema = z.strictObject({
  id: z.string(),
  origin: z.string(),
  kind: z.enum(['pfx', 'pem']),
  /** The names of its files. */
  fileNames: z.array(z.string()),
  /** Whether it must be added again, because its passphrase was forgotten when Keyfob locked or quit. */
  isPassphraseMissing: z.boolean(),
});
export type ClientCertificate = z.infer<typeof clientCertificateSchema>;

/** A proxy that requests of a collection may go through because they name it. An empty id: requests that are saved nowhere. */
export const allowedProxySchema = z.strictObject({ collectionId: z.string(), address: z.string() });
export type AllowedProxy = z.infer<typeof allowedProxySchema>;

/** What is settled for all requests, as the window sees it. */
export const networkSettingsSchema = z.strictObject({
  proxy: proxyChoiceSchema,
  isProxyPasswordHeld: z.boolean(),
  /** Whether what the operating system trusts is trusted beside what comes with Keyfob. */
  trustsSystem: z.boolean(),
  /** A file with further authorities (PEM). */
  authorityFile: z.strictObject({ path: z.string(), name: z.string() }).nullable(),
  clientCertificates: z.array(clientCertificateSchema).readonly(),
  /** Where keys go although a request says that the certificate is not to be checked. */
  uncheckedOrigins: z.array(z.string()).readonly(),
  allowedProxies: z.array(allowedProxySchema).readonly(),
});
export type NetworkSettings = z.infer<typeof networkSettingsSchema>;
