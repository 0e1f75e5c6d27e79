import { describe, expect, it } from 'vitest';
import { billOf, billProblems, type Bill } from '../../../scripts/packaging/bill-of-materials.ts';

const component = (name: string) => ({
  'bom-ref': `${name}@1.0.0`,
  name,
  scope: 'optional',
  properties: [{ name: 'cdx:npm:package:development', value: 'true' }],
  hashes: [{ alg: 'SHA-512', content: 'ab' }],
});

function npmBill(): Bill {
  return {
    $schema: 'schema',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: 'urn:uuid:1',
    metadata: { timestamp: 'now', component: { 'bom-ref': 'keyfob@0.1.0', name: 'some-folder' } },
    components: [component('zod'), component('hono'), component('vitest')],
    dependencies: [
      { ref: 'keyfob@0.1.0', dependsOn: ['zod@1.0.0', 'vitest@1.0.0', 'hono@1.0.0'] },
      { ref: 'vitest@1.0.0', dependsOn: ['zod@1.0.0'] },
    ],
  };
}

const held = [
  { name: 'zod', version: '1.0.0', where: ['main', 'renderer'] },
  { name: 'hono', version: '1.0.0', where: ['main'] },
];

describe('the bill of materials', () => {
  it('keeps what packages hold, in order, as required, with where it is', () => {
    expect(billOf(npmBill(), held, 'keyfob')).toMatchObject({
      metadata: { component: { name: 'keyfob', type: 'application' } },
      components: [
        { name: 'hono', scope: 'required', properties: [{ name: 'keyfob:where', value: 'main' }] },
        { name: 'zod', scope: 'required', properties: [{ name: 'keyfob:where', value: 'main, renderer' }] },
      ],
      dependencies: [{ ref: 'keyfob@0.1.0', dependsOn: ['hono@1.0.0', 'zod@1.0.0'] }],
    });
  });

  it('says nothing that differs from one run to the next', () => {
    const text = JSON.stringify(billOf(npmBill(), held, 'keyfob'));

    expect(text).not.toMatch(/timestamp|serialNumber/);
    expect(billProblems(text, held)).toEqual([]);
  });

  it('is not made when npm does not know what is shipped', () => {
    expect(() => billOf(npmBill(), [{ name: 'other', version: '2.0.0', where: ['main'] }], 'keyfob')).toThrow(
      'other@2.0.0',
    );
  });

  it('is found wanting: a package that it leaves out, one that is not shipped, one without a hash', () => {
    const bill = npmBill();
    const [first, ...others] = bill.components;
    const text = JSON.stringify({ ...bill, components: [{ ...first, hashes: [] }, ...others] });

    expect(billProblems(text, [...held, { name: 'react', version: '1.0.0', where: ['renderer'] }])).toEqual([
      'react@1.0.0 is not named',
      'vitest@1.0.0 is not shipped',
      'zod@1.0.0 has no hash',
      'it is another one at each run',
    ]);
  });
});
