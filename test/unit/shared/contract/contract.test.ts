import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands, events } from '../../../../shared/contract/contract.ts';
import { placesOf } from '../../../support/schema-walk.ts';
import { holds } from '../../../support/holds.ts';

interface Command {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}
/** Without what each schema holds: a list of as many types as there are commands takes a checker minutes. */
const everyCommand: Readonly<Record<string, Command>> = commands;
const everyEvent: Readonly<Record<string, z.ZodType>> = events;

const outputs = [
  ...Object.entries(everyCommand).map(([name, { output }]) => [name, output] as const),
  ...Object.entries(everyEvent),
];
const inputs = Object.entries(everyCommand).map(([name, { input }]) => [name, input] as const);

/** Kinds of value whose whole extent a schema states; `any`, `unknown`, `custom`, `record`, `lazy` are not among them. */
const KNOWN = new Set(['object', 'array', 'string', 'number', 'boolean', 'enum', 'literal']);

const SECRET_NAME = /secret|passw|passphrase|credential|master|sealed|digest|private|plain/i;

describe('what leaves the main process', holds('confinement.outputs'), () => {
  it('holds a secret in the reveals only', () => {
    const places = outputs.flatMap(([name, schema]) =>
      placesOf(schema)
        // A flag about a secret is none; a field named for one and of any other kind could be.
        .filter(({ path, type }) => SECRET_NAME.test(path.split('.').at(-1) ?? '') && type !== 'boolean')
        .map(({ path }) => `${name}: ${path}`),
    );
    expect(places).toEqual([
      'keys.reveal: secret',
      'accessKeys.reveal: secret',
      'accessKeys.reveal: secretUrl',
    ]);
  });

  it.each(outputs)('%s: every object names all its fields, so that no other can leak', (_, schema) => {
    expect(placesOf(schema).filter(({ isStrict }) => !isStrict)).toEqual([]);
  });

  it.each(outputs)('%s: nothing in it can be just anything', (_, schema) => {
    expect(placesOf(schema).filter(({ type }) => !KNOWN.has(type))).toEqual([]);
  });

  it('has no room for a field that the schema does not list', () => {
    expect(commands['keys.copy'].output.safeParse({ clearsAt: 1, secret: 'x' }).success).toBe(false);
    expect(commands['keys.delete'].output.safeParse({ secret: 'x' }).success).toBe(false);
    expect(events['keys.changed'].safeParse({ secret: 'x' }).success).toBe(false);
  });
});

describe('what enters the main process', () => {
  it.each(inputs)('%s: every object refuses a field that it does not have', (_, schema) => {
    expect(placesOf(schema).filter(({ isStrict }) => !isStrict)).toEqual([]);
  });

  it.each(inputs)('%s: nothing in it can be just anything', (_, schema) => {
    expect(placesOf(schema).filter(({ type }) => !KNOWN.has(type))).toEqual([]);
  });

  it('carries no secret but what only a person can type: keys are pasted in the main process', () => {
    // The passphrase of the master key is the person's own, and typed: there is no other way to have it.
    const ofKeys = inputs.filter(([name]) => !name.startsWith('vault.'));
    const names = ofKeys.flatMap(([name, schema]) => placesOf(schema).map(({ path }) => `${name}: ${path}`));
    // So is the value of a secret variable, which no clipboard holds; it is no key, and never comes back (0034). So are the
    // password of a proxy and the passphrase of a client certificate (0039), and the passphrase of an export (0050).
    expect(names.filter((path) => SECRET_NAME.test(path.split(': ')[1] ?? ''))).toEqual([
      'moving.export: passphrase',
      'moving.open: passphrase',
      'environments.setSecret: secret',
      'network.setProxy: password',
      'network.addClientCertificate: passphrase',
    ]);
  });
});

describe('the names', () => {
  it('of commands are area.verb, those of events area.participle', () => {
    for (const name of Object.keys(commands)) expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
    for (const name of Object.keys(events)) expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z]+(ed)$/);
  });
});

describe('the walk that these tests rely on', () => {
  it('finds a field in every kind of nesting', () => {
    const leaky = z.strictObject({
      list: z.array(z.strictObject({ inner: z.object({ secret: z.string() }).nullable() })).readonly(),
      choice: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('a'), secret: z.string().optional() }),
        z.strictObject({ kind: z.literal('b'), bag: z.record(z.string(), z.unknown()) }),
      ]),
    });
    const places = placesOf(leaky);
    const secrets = places.filter(({ path }) => path.endsWith('secret')).map(({ path }) => path);
    expect(secrets).toEqual(['list[].inner.secret', 'choice.secret']);
    expect(places.filter(({ isStrict }) => !isStrict).map(({ path }) => path)).toEqual(['list[].inner']);
    expect(places.filter(({ type }) => !KNOWN.has(type)).map(({ path }) => path)).toEqual(['choice.bag']);
  });
});
