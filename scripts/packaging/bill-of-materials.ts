import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { projectFolder } from '../../test/support/build.ts';
import { shippedPackages, type Shipped } from '../licences/licence-list.ts';

export const billPath = join(projectFolder, 'dist', 'keyfob.cdx.json');

const componentSchema = z.looseObject({
  'bom-ref': z.string(),
  properties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  hashes: z.array(z.object({ alg: z.string(), content: z.string() })).default([]),
});
const billSchema = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(componentSchema),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
});
export type Bill = z.infer<typeof billSchema>;

/** A package by name and version, and the parts of the app that hold something of it. */
export type Material = Pick<Shipped, 'name' | 'version' | 'where'>;

const referenceOf = ({ name, version }: Material): string => `${name}@${version}`;

/** What npm says of everything that is locked, without asking anybody. */
export async function readNpmBill(): Promise<Bill> {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'],
    // Windows starts a command file through its shell alone.
    { cwd: projectFolder, maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' },
  );
  return billSchema.parse(JSON.parse(stdout));
}

/** The keychain module's binaries in the packages of a release. A package built here holds the one that npm chose. */
const RELEASED_BINARIES = ['darwin-arm64', 'darwin-x64', 'linux-x64-gnu', 'win32-x64-msvc'];

/** All that packages hold of others: what is bundled, what lies beside the bundles, and its binaries. */
export async function materials(): Promise<readonly Material[]> {
  const shipped = await shippedPackages();
  const keychain = shipped.find(({ name }) => name === '@napi-rs/keyring');
  if (keychain === undefined) throw new Error('The keychain module is not among what is shipped');
  const folder = join(projectFolder, 'node_modules', '@napi-rs');
  const installed = existsSync(folder) ? readdirSync(folder) : [];
  const binaries = new Set([
    ...RELEASED_BINARIES.map((target) => `keyring-${target}`),
    ...installed.filter((name) => name.startsWith('keyring-')),
  ]);
  return [
    ...shipped,
    ...[...binaries].map((name) => ({
      name: `@napi-rs/${name}`,
      version: keychain.version,
      where: ['beside'],
    })),
  ];
}

/**
 * What npm knows, cut down to what packages hold: the same from one run to the next, so that two people who build the same
 * sources can compare their bills. Throws for a package that npm does not know.
 */
export function billOf(everything: Bill, held: readonly Material[], name: string): object {
  const byReference = new Map(everything.components.map((component) => [component['bom-ref'], component]));
  const components = held.map((material) => {
    const component = byReference.get(referenceOf(material));
    if (component === undefined) throw new Error(`npm does not know ${referenceOf(material)}`);
    const properties = [{ name: 'keyfob:where', value: material.where.join(', ') }];
    return { ...component, scope: 'required', properties };
  });
  const root = everything.metadata.component;
  const kept = new Set([root['bom-ref'], ...held.map(referenceOf)]);
  return {
    $schema: everything['$schema'],
    bomFormat: everything['bomFormat'],
    specVersion: everything['specVersion'],
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      // npm calls it after the folder in which it lies.
      component: { ...root, type: 'application', name },
    },
    components: components.toSorted(byName),
    dependencies: everything.dependencies
      .filter(({ ref }) => kept.has(ref))
      .map(({ ref, dependsOn }) => ({
        ref,
        dependsOn: dependsOn.filter((each) => kept.has(each)).toSorted(),
      }))
      .toSorted((a, b) => (a.ref < b.ref ? -1 : 1)),
  };
}

function byName(a: { readonly 'bom-ref': string }, b: { readonly 'bom-ref': string }): number {
  return a['bom-ref'] < b['bom-ref'] ? -1 : 1;
}

/** What a bill leaves out of what packages hold, or names without a hash. */
export function billProblems(text: string, held: readonly Material[]): readonly string[] {
  const bill = billSchema.parse(JSON.parse(text));
  const named = new Map(bill.components.map((component) => [component['bom-ref'], component]));
  const wanted = new Set(held.map(referenceOf));
  return [
    ...[...wanted].filter((reference) => !named.has(reference)).map((each) => `${each} is not named`),
    ...[...named.keys()]
      .filter((reference) => !wanted.has(reference))
      .map((each) => `${each} is not shipped`),
    ...bill.components
      .filter(({ hashes }) => hashes.length === 0)
      .map((component) => `${component['bom-ref']} has no hash`),
    ...(['serialNumber', 'timestamp'].some((name) => text.includes(`"${name}"`))
      ? ['it is another one at each run']
      : []),
  ];
}

export async function billText(): Promise<string> {
  return `${JSON.stringify(billOf(await readNpmBill(), await materials(), 'keyfob'), null, 2)}\n`;
}
