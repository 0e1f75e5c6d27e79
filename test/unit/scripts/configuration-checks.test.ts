import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  associationProblems,
  CONFIGURATION_CHECKS,
  entitlementTextProblems,
  fuseProblems,
  iconProblems,
  installerTextProblems,
  openingProblems,
  macSigningProblems,
  publishProblems,
  targetProblems,
  universalProblems,
  windowsProblems,
} from '../../../scripts/packaging/configuration-checks.ts';
import {
  parseConfiguration,
  readRawConfiguration,
  schemaProblems,
  type Configuration,
} from '../../../scripts/packaging/configuration.ts';
import { projectFolder } from '../../support/build.ts';

const configuration = (): Configuration => parseConfiguration(readRawConfiguration());

describe('the configuration of the packages', () => {
  it('fits the schema of electron-builder', async () => {
    expect(await schemaProblems(readRawConfiguration())).toEqual([]);
  });

  it('is refused by that schema when a word is wrong', async () => {
    const raw = { ...configuration(), asr: true };

    expect((await schemaProblems(raw)).join()).toContain("unknown property 'asr'");
  });

  it.each(Object.entries(CONFIGURATION_CHECKS))('holds: %s', (_name, check) => {
    expect(check(configuration())).toEqual([]);
  });
});

describe('the checks notice', () => {
  it('a target that is gone, and a Mac of one kind', () => {
    const { linux, mac } = configuration();
    const one = { ...configuration(), linux: { ...linux, target: linux.target.slice(1) } };
    const two = { ...configuration(), mac: { ...mac, target: [{ target: 'dmg', arch: ['x64'] }] } };

    expect(targetProblems(one)).toEqual(['linux makes deb, rpm, tar.gz, and not AppImage, deb, rpm, tar.gz']);
    expect(targetProblems(two)).toHaveLength(1);
  });

  it('a pattern that leaves a binary of the keychain module out, or takes in too much', () => {
    const { mac } = configuration();
    const some = { ...configuration(), mac: { ...mac, x64ArchFiles: '**/keyring-darwin-x64/**' } };
    const all = { ...configuration(), mac: { ...mac, x64ArchFiles: '**' } };

    expect(universalProblems(some)).toHaveLength(1);
    expect(universalProblems(all)).toEqual(['x64ArchFiles takes in Keyfob itself']);
  });

  it('a Mac package without the hardened runtime, or with an identity of somebody', () => {
    const { mac } = configuration();

    expect(macSigningProblems({ ...configuration(), mac: { ...mac, hardenedRuntime: false } })).toHaveLength(
      1,
    );
    expect(macSigningProblems({ ...configuration(), mac: { ...mac, identity: 'Somebody' } })).toHaveLength(1);
    const missing = { ...mac, entitlements: 'build/none.plist' };
    expect(macSigningProblems({ ...configuration(), mac: missing })).toEqual([
      'build/none.plist is not there',
    ]);
  });

  it('an entitlement beyond the list, one that is missing, and one that is not granted', () => {
    const text = readFileSync(join(projectFolder, 'build/entitlements.mac.plist'), 'utf8');

    expect(entitlementTextProblems(text)).toEqual([]);
    expect(
      entitlementTextProblems(
        text.replace('</dict>', '<key>com.apple.security.device.camera</key><true/></dict>'),
      ),
    ).toEqual(['com.apple.security.device.camera is not needed']);
    expect(entitlementTextProblems(text.replace('allow-jit', 'allow-jot'))).toHaveLength(2);
    expect(entitlementTextProblems(text.replace('<true/>', '<false/>'))).toEqual([
      'com.apple.security.cs.allow-jit is not true',
    ]);
    expect(entitlementTextProblems('<plist>')).toEqual(['it is not a property list']);
  });

  it('a fuse that is turned, an archive that is left out', () => {
    const { electronFuses } = configuration();

    expect(
      fuseProblems({ ...configuration(), electronFuses: { ...electronFuses, runAsNode: true } }),
    ).toEqual(['runAsNode is true']);
    expect(fuseProblems({ ...configuration(), asar: false })).toHaveLength(1);
  });

  it('an update that nobody checked, data that goes with the app, a host that is written down', () => {
    const { win, nsis } = configuration();

    expect(
      windowsProblems({ ...configuration(), win: { ...win, verifyUpdateCodeSignature: false } }),
    ).toHaveLength(1);
    expect(
      windowsProblems({ ...configuration(), nsis: { ...nsis, deleteAppDataOnUninstall: true } }),
    ).toHaveLength(1);
    expect(publishProblems({ ...configuration(), publish: { provider: 'github' } })).toHaveLength(1);
  });

  it('an icon that is not there', () => {
    const { win } = configuration();

    expect(iconProblems({ ...configuration(), win: { ...win, icon: 'build/no.ico' } })).toEqual([
      'build/no.ico is not there',
    ]);
  });

  it("a scheme that is not Keyfob's, and a file type taken from everybody", () => {
    const raw = {
      ...configuration(),
      protocols: [{ name: 'Web', schemes: ['keyfob', 'http'] }],
      fileAssociations: [
        { ext: ['json'], name: 'Collection' },
        { ext: '.env', rank: 'Alternate' },
      ],
    };

    expect(associationProblems(parseConfiguration(raw))).toEqual([
      'the scheme http is not ours',
      '.json would be taken from whoever opens it now',
      '.env has a full stop in front',
      '.env has no name',
      '.json would be taken on Windows',
    ]);
  });

  it('collections that a system would not offer, and an installer that takes more', () => {
    const { linux, mac, nsis } = configuration();

    expect(openingProblems({ ...configuration(), linux: { ...linux, mimeTypes: [] } })).toHaveLength(1);
    expect(openingProblems({ ...configuration(), mac: { ...mac, fileAssociations: [] } })).toHaveLength(1);
    expect(openingProblems({ ...configuration(), nsis: { ...nsis, include: 'build/no.nsh' } })).toHaveLength(
      1,
    );
    expect(openingProblems({ ...configuration(), nsis: { ...nsis, include: undefined } })).toHaveLength(1);
    expect(openingProblems(configuration())).toEqual([]);
    expect(
      installerTextProblems(String.raw`  WriteRegStr SHCTX "Software\Classes\.json" "" "Keyfob"`),
    ).toHaveLength(1);
  });
});
