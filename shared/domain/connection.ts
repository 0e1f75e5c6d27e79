import { z } from 'zod';

/** What is known of a TLS connection. Names and addresses are as the server's certificate has them. */
export const tlsFactsSchema = z.strictObject({
  /** Such as `TLSv1.3`. */
  version: z.string(),
  /** IANA's name of it. */
  cipher: z.string(),
  subject: z.string(),
  issuer: z.string(),
  /** Epoch milliseconds. */
  validFrom: z.int().nullable(),
  validTo: z.int().nullable(),
  /** SHA-256 of the certificate. */
  fingerprint: z.string(),
  /** `not-asked`: it was not to be checked, and is good; `failed`: it was not to be checked, and is not. */
  verification: z.enum(['checked', 'not-asked', 'failed']),
});
export type TlsFacts = z.infer<typeof tlsFactsSchema>;

/** The connection that carried a hop. */
export const connectionSchema = z.strictObject({
  /** Whether it served a hop before this one. */
  isReused: z.boolean(),
  /** Address and port of this computer. */
  localAddress: z.string().nullable(),
  /** The proxy between; `null` for none. */
  proxy: z.string().nullable(),
  tls: tlsFactsSchema.nullable(),
});
export type Connection = z.infer<typeof connectionSchema>;
