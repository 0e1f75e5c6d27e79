import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { projectFolder } from '../../test/support/build.ts';

const targetSchema = z.union([
  z.string().transform((target) => ({ target, arch: [] as string[] })),
  z.object({
    target: z.string(),
    arch: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((arch) => (typeof arch === 'string' ? [arch] : arch)),
  }),
]);
const platform = { icon: z.string(), target: z.array(targetSchema) };
const oneOrMore = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value));

const associations = z
  .array(
    z.looseObject({
      ext: oneOrMore,
      name: z.string().optional(),
      role: z.string().default('Editor'),
      rank: z.string().default('Default'),
      icon: z.string().optional(),
    }),
  )
  .default([]);

/** What the checks look at; electron-builder's own schema says what else there may be. */
const configurationSchema = z.looseObject({
  appId: z.string(),
  asar: z.boolean(),
  asarUnpack: z.array(z.string()),
  publish: z.unknown().optional(),
  electronFuses: z.record(z.string(), z.boolean()),
  linux: z.looseObject({
    ...platform,
    executableName: z.string(),
    mimeTypes: z.array(z.string()).default([]),
  }),
  mac: z.looseObject({
    ...platform,
    hardenedRuntime: z.boolean().default(false),
    entitlements: z.string().optional(),
    entitlementsInherit: z.string().optional(),
    x64ArchFiles: z.string().optional(),
    identity: z.unknown().optional(),
    notarize: z.unknown().optional(),
    fileAssociations: associations,
  }),
  win: z.looseObject({
    ...platform,
    fileAssociations: associations,
    verifyUpdateCodeSignature: z.boolean().default(true),
  }),
  nsis: z.looseObject({
    deleteAppDataOnUninstall: z.boolean().default(false),
    include: z.string().optional(),
  }),
  protocols: z.array(z.object({ name: z.string(), schemes: z.array(z.string()) })).default([]),
  fileAssociations: associations,
});
export type Configuration = z.infer<typeof configurationSchema>;

/** electron-builder.yml, as it is written. */
export function readRawConfiguration(): unknown {
  return load(readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8'));
}

/** Throws where something that the checks need is missing. */
export function parseConfiguration(raw: unknown): Configuration {
  return configurationSchema.parse(raw);
}

/** What electron-builder itself says of a configuration, before it packages anything. */
export async function schemaProblems(raw: unknown): Promise<readonly string[]> {
  const { validateConfiguration } = createRequire(import.meta.url)(
    'app-builder-lib/out/util/config/config.js',
  ) as { validateConfiguration: (raw: unknown, log: object) => Promise<void> }; // Its types are not exported.
  try {
    // It coerces what it is given.
    await validateConfiguration(structuredClone(raw), { isEnabled: false });
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
