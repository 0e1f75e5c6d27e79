import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectFolder } from '../../support/build.ts';

const permissions = z.record(z.string(), z.string());
const stepSchema = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
});
const workflowSchema = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions,
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: permissions.default({}),
      'timeout-minutes': z.int().max(60),
      'runs-on': z.string(),
      steps: z.array(stepSchema),
    }),
  ),
});

const folder = join(projectFolder, '.github');
const read = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');
const workflow = (name: string) => workflowSchema.parse(load(read('workflows', name)));
const steps = (name: string) => Object.values(workflow(name).jobs).flatMap((job) => job.steps);
const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))).scripts;
const files = readdirSync(join(folder, 'workflows'));

it('there is one that tests and one that releases', () => {
  expect(files.toSorted()).toEqual(['ci.yml', 'release.yml']);
});

it('the one that tests asks for known holes, in a step of its own that must succeed', () => {
  const audits = steps('ci.yml').filter(({ run }) => run === 'npm run audit');
  expect(audits).toHaveLength(1);
  expect(audits[0]).not.toHaveProperty('continue-on-error');
  expect(audits[0]).not.toHaveProperty('if');
});

describe.each(files)('%s', (name) => {
  it('runs only scripts that there are', () => {
    const named = steps(name).flatMap(({ run = '' }) =>
      [...run.matchAll(/\bnpm (?:run )?([\w:-]+)/g)].map(([, script = '']) => script),
    );
    const ofNpm = new Set(['ci', 'install']);

    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((script) => !ofNpm.has(script) && !(script in scripts))).toEqual([]);
  });

  it('uses actions by their commit, with the version beside it', () => {
    const lines = read('workflows', name)
      .split('\n')
      .filter((line) => line.includes('uses:'));

    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('leaves no credentials behind, and puts nothing of an event into a command', () => {
    for (const { uses = '', run = '', with: input } of steps(name)) {
      if (uses.startsWith('actions/checkout@')) expect(input['persist-credentials']).toBe(false);
      expect(run).not.toContain('${{');
    }
    expect(Object.keys(workflow(name).on)).not.toContain('pull_request_target');
  });
});

it('testing may read and nothing else, and sees no secret', () => {
  const { permissions: all, jobs } = workflow('ci.yml');

  expect(all).toEqual({ contents: 'read' });
  expect(Object.values(jobs).map((job) => job.permissions)).toEqual(Object.values(jobs).map(() => ({})));
  expect(read('workflows', 'ci.yml')).not.toMatch(/secrets\.|GH_TOKEN|github\.token/);
});

it('releasing may write the draft and nothing else, on a tag alone', () => {
  const { on, permissions: all, jobs } = workflow('release.yml');

  expect(on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
  expect(all).toEqual({});
  expect(Object.values(jobs).map((job) => job.permissions)).toEqual([{ contents: 'write' }]);
});

it('a release is a draft, for the three systems, with its bill of materials and a host for updates', () => {
  const text = read('workflows', 'release.yml');

  for (const platform of ['--linux', '--mac', '--win']) expect(text).toContain(`platform: ${platform}`);
  expect(text).toContain('-c.publish.releaseType=draft');
  expect(text).toContain('-c.publish.provider=github');
  expect(text).toContain('dist/keyfob.cdx.json');
});

it('the forms ask for no key, and lead security problems elsewhere', () => {
  const forms = readdirSync(join(folder, 'ISSUE_TEMPLATE'));
  expect(forms.toSorted()).toEqual(['bug.yml', 'config.yml', 'idea.yml']);
  const fields = z.object({
    name: z.string(),
    description: z.string(),
    body: z.array(z.object({ type: z.string() })),
  });
  for (const form of ['bug.yml', 'idea.yml'])
    expect(fields.safeParse(load(read('ISSUE_TEMPLATE', form))).success).toBe(true);

  expect(read('ISSUE_TEMPLATE', 'bug.yml')).toContain('Never paste a key');
  expect(load(read('ISSUE_TEMPLATE', 'config.yml'))).toMatchObject({ blank_issues_enabled: false });
});
