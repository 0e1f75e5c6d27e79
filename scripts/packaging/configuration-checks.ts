import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../test/support/build.ts';
import type { Configuration } from './configuration.ts';

/** Each answers with what is wrong; nothing when all is well. */
export type ConfigurationCheck = (configuration: Configuration) => readonly string[];

type Platform = 'linux' | 'mac' | 'win';

const WANTED_TARGETS: Readonly<Record<Platform, readonly string[]>> = {
  linux: ['AppImage', 'deb', 'rpm', 'tar.gz'],
  // The zip is what an installed copy updates itself from.
  mac: ['dmg universal', 'zip universal'],
  win: ['nsis'],
};
const PLATFORMS = ['linux', 'mac', 'win'] as const;

export const targetProblems: ConfigurationCheck = (configuration) =>
  PLATFORMS.flatMap((platform) => {
    const found = configuration[platform].target.map(({ target, arch }) => [target, ...arch].join(' '));
    const wanted = WANTED_TARGETS[platform];
    return found.toSorted().join() === wanted.toSorted().join()
      ? []
      : [`${platform} makes ${found.join(', ')}, and not ${wanted.join(', ')}`];
  });

/** Both binaries of the keychain module, where they lie in a package. */
const KEYCHAIN_BINARIES = ['x64', 'arm64'].map(
  (arch) =>
    `Contents/Resources/app.asar.unpacked/node_modules/@napi-rs/keyring-darwin-${arch}/keyring.darwin-${arch}.node`,
);

export const universalProblems: ConfigurationCheck = ({ mac: { x64ArchFiles = '' }, asarUnpack }) => [
  ...KEYCHAIN_BINARIES.filter((path) => !matches(path, x64ArchFiles)).map(
    (path) => `x64ArchFiles leaves out ${path}`,
  ),
  ...(matches('Contents/MacOS/Keyfob', x64ArchFiles) ? ['x64ArchFiles takes in Keyfob itself'] : []),
  ...(asarUnpack.includes('**/*.node') ? [] : ['the binaries are not taken out of the archive']),
];

/** The patterns here know `**` and `*` alone. */
function matches(path: string, pattern: string): boolean {
  const source = pattern
    .split(/(\*\*\/?|\*)/)
    .map((part) => {
      if (part.startsWith('**')) return '.*';
      return part === '*' ? '[^/]*' : part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
    })
    .join('');
  return new RegExp(`^${source}$`).test(path);
}

/** All that an app of Electron needs under the hardened runtime. What comes in addition lets it do more than Keyfob does. */
const ENTITLEMENTS = ['com.apple.security.cs.allow-jit'];

export const macSigningProblems: ConfigurationCheck = ({ mac }) => [
  ...(mac.hardenedRuntime ? [] : ['the hardened runtime is off']),
  ...(mac.identity === undefined ? [] : ['an identity is named: the environment says who signs']),
  ...(mac.notarize === undefined ? [] : ['notarisation is set: the environment says whether']),
  ...[mac.entitlements, mac.entitlementsInherit].flatMap((path) =>
    path === undefined ? ['entitlements are left to the default'] : entitlementProblems(path),
  ),
];

function entitlementProblems(path: string): readonly string[] {
  const file = join(projectFolder, path);
  if (!existsSync(file)) return [`${path} is not there`];
  return entitlementTextProblems(readFileSync(file, 'utf8')).map((problem) => `${path}: ${problem}`);
}

const PROPERTY_LIST =
  /^<\?xml [^>]*\?>\s*<!DOCTYPE plist [^>]*>\s*<plist version="1\.0">\s*<dict>(.*)<\/dict>\s*<\/plist>\s*$/s;
const ENTRY = /<key>([\w.-]+)<\/key>\s*<(\w+)\s*\/>/g;

/** A property list with exactly the entitlements of the list above, each `true`, and nothing else. */
export function entitlementTextProblems(text: string): readonly string[] {
  const content = PROPERTY_LIST.exec(text.replaceAll(/<!--.*?-->/gs, ''))?.[1];
  if (content === undefined) return ['it is not a property list'];
  const entries = [...content.matchAll(ENTRY)].map(([, name = '', value = '']) => ({ name, value }));
  const names = entries.map(({ name }) => name);
  return [
    ...names.filter((name) => !ENTITLEMENTS.includes(name)).map((name) => `${name} is not needed`),
    ...ENTITLEMENTS.filter((name) => !names.includes(name)).map((name) => `${name} is missing`),
    ...entries.filter(({ value }) => value !== 'true').map(({ name }) => `${name} is not true`),
    ...(content.replaceAll(ENTRY, '').trim() === '' ? [] : ['it holds something else than entries']),
  ];
}

export const windowsProblems: ConfigurationCheck = ({ win, nsis }) => [
  ...(win.verifyUpdateCodeSignature ? [] : ['updates of any publisher would be installed']),
  ...(nsis.deleteAppDataOnUninstall ? ["uninstalling would delete the person's keys"] : []),
];

/** A copy that somebody builds must not look for updates of somebody else. */
export const publishProblems: ConfigurationCheck = ({ publish }) =>
  publish === null ? [] : ['publish is not null: copies that people build would look for updates'];

export const iconProblems: ConfigurationCheck = (configuration) =>
  [
    ...PLATFORMS.map((platform) => configuration[platform].icon),
    ...configuration.fileAssociations.flatMap(({ icon }) =>
      icon === undefined ? [] : [join('build', icon)],
    ),
  ]
    .filter((path) => !existsSync(join(projectFolder, path)))
    .map((path) => `${path} is not there`);

/** What the packaged program must be told; its own fuses are read back by the packaging check. */
const FUSES: Readonly<Record<string, boolean>> = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

export const fuseProblems: ConfigurationCheck = ({ asar, electronFuses }) => [
  ...(asar ? [] : ['the app is not packed into an archive, and nothing proves that it is whole']),
  ...Object.entries(FUSES)
    .filter(([name, wanted]) => electronFuses[name] !== wanted)
    .map(([name]) => `${name} is ${String(electronFuses[name])}`),
];

/** Extensions that belong to everybody: Keyfob may offer itself for them, and no more. */
const SHARED_EXTENSIONS = ['json', 'yaml', 'yml', 'har', 'env'];

export const associationProblems: ConfigurationCheck = ({ protocols, fileAssociations, mac, win }) => [
  ...protocols
    .flatMap(({ schemes }) => schemes)
    .filter((scheme) => scheme !== 'keyfob')
    .map((scheme) => `the scheme ${scheme} is not ours`),
  ...[...fileAssociations, ...mac.fileAssociations].flatMap(({ ext, rank, name }) => [
    ...ext.filter((each) => each.startsWith('.')).map((each) => `${each} has a full stop in front`),
    ...ext
      .filter((each) => SHARED_EXTENSIONS.includes(each) && rank !== 'Alternate' && rank !== 'None')
      .map((each) => `.${each} would be taken from whoever opens it now`),
    ...(name === undefined ? [`${ext.join(', ')} has no name`] : []),
  ]),
  // Its installer knows no rank: whatever is named there is taken.
  ...[...fileAssociations, ...win.fileAssociations]
    .flatMap(({ ext }) => ext)
    .filter((each) => SHARED_EXTENSIONS.includes(each))
    .map((each) => `.${each} would be taken on Windows`),
];

/** Postman collections are offered to Keyfob on each system, by what each has for it. */
export const openingProblems: ConfigurationCheck = ({ linux, mac, nsis }) => [
  ...(linux.mimeTypes.includes('application/json') ? [] : ['Linux does not offer Keyfob for collections']),
  ...(mac.fileAssociations.some(({ ext, role }) => ext.includes('json') && role === 'Viewer')
    ? []
    : ['macOS does not offer Keyfob for collections']),
  ...installerProblems(nsis.include),
];

/** The one place in the registry that the installer's own lines may write to: `${…}` is the installer's, not ours. */
const INSTALLER_KEY = ['Software', 'Classes', 'Applications', '${APP_EXECUTABLE_FILENAME}'].join('\\');

function installerProblems(include: string | undefined): readonly string[] {
  if (include === undefined) return ['Windows does not offer Keyfob for collections'];
  const file = join(projectFolder, include);
  return existsSync(file) ? installerTextProblems(readFileSync(file, 'utf8')) : [`${include} is not there`];
}

/** What the installer's own lines write or delete outside of Keyfob's own place. */
export function installerTextProblems(text: string): readonly string[] {
  const keys = [...text.matchAll(/^\s*(?:Write|Delete)Reg\w+ +\w+ +"([^"]*)"/gm)].map(([, key = '']) => key);
  return keys
    .filter((key) => key !== INSTALLER_KEY && !key.startsWith(`${INSTALLER_KEY}\\`))
    .map((key) => `the installer writes ${key}`);
}

export const CONFIGURATION_CHECKS: Readonly<Record<string, ConfigurationCheck>> = {
  'what is made for each system': targetProblems,
  'one package for both kinds of Mac': universalProblems,
  'the hardened runtime with the least entitlements': macSigningProblems,
  'what Windows installs and removes': windowsProblems,
  'the archive and its fuses': fuseProblems,
  'copies that people build never update themselves': publishProblems,
  'icons that are named are there': iconProblems,
  'links and files that Keyfob opens': associationProblems,
  'Postman collections are offered to Keyfob, and nothing is taken': openingProblems,
};
