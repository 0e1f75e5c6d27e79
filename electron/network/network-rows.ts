import { z } from 'zod';
import { allowedProxySchema, proxyChoiceSchema } from '../../shared/domain/network-settings.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';

const pathSchema = z.string().max(10_000);

const keptCertificateSchema = z.strictObject({
  id: z.string(),
  origin: z.string(),
  kind: z.enum(['pfx', 'pem']),
  /** One for `pfx`; the certificate's and the private key's for `pem`. */
  paths: z.array(pathSchema).min(1).max(2).readonly(),
  hasPassphrase: z.boolean(),
});
export type KeptCertificate = z.infer<typeof keptCertificateSchema>;

/** What is settled, as it is kept: paths and names, never what stands in a file, and no password. */
const keptNetworkSchema = z.strictObject({
  proxy: proxyChoiceSchema,
  hasProxyPassword: z.boolean(),
  trustsSystem: z.boolean(),
  authorityFile: pathSchema.nullable(),
  /** SHA-256 of the file as the person chose it, in hex. */
  authorityDigest: z.string().nullable().default(null),
  clientCertificates: z.array(keptCertificateSchema).max(200).readonly(),
  uncheckedOrigins: z.array(z.string()).max(500).readonly(),
  allowedProxies: z.array(allowedProxySchema).max(500).readonly().default([]),
});
export type KeptNetwork = z.infer<typeof keptNetworkSchema>;

const USUAL: KeptNetwork = {
  proxy: { kind: 'system' },
  hasProxyPassword: false,
  trustsSystem: true,
  authorityFile: null,
  authorityDigest: null,
  clientCertificates: [],
  uncheckedOrigins: [],
  allowedProxies: [],
};

/** What makes no sense counts as not settled: nothing of it would be safer than what is usual. */
export function readNetwork(ledger: Pick<Ledger, 'get'>): KeptNetwork {
  const text = ledger.get('SELECT settings FROM network_settings WHERE id = 1')?.['settings'];
  if (typeof text !== 'string') return USUAL;
  try {
    return keptNetworkSchema.safeParse(JSON.parse(text)).data ?? USUAL;
  } catch (error) {
    if (error instanceof SyntaxError) return USUAL;
    throw error;
  }
}

export function writeNetwork(ledger: Ledger, network: KeptNetwork): void {
  ledger.run(
    `INSERT INTO network_settings (id, settings) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET settings = excluded.settings`,
    [JSON.stringify(keptNetworkSchema.parse(network))],
  );
}
