import { describe, expect, it } from 'vitest';
import { composeUrl } from '../../../electron/requests/compose-url.ts';
import { createMadeValues } from '../../../electron/requests/made-values.ts';
import {
  overlaid,
  plainText,
  resolveTemplate,
  type VariableScope,
} from '../../../electron/requests/variables.ts';
import { MADE_VALUE_NAMES, type MadeValueName } from '../../../shared/domain/made-values.ts';
import { manualClock, seededRandom } from '../../support/in-memory-ports.ts';
import { valueOf } from '../../support/results.ts';

const NOW = Date.UTC(2026, 10, 28, 18, 30, 0, 750);

function madeValues() {
  return createMadeValues({ clock: { ...manualClock(), now: () => NOW }, random: seededRandom() });
}

function scopeOf(own: Record<string, string> = {}): VariableScope {
  return Object.assign(new Map(Object.entries(own)), { madeValues: madeValues() });
}

function resolve(template: string, scope: VariableScope = scopeOf()): string {
  return valueOf(plainText(valueOf(resolveTemplate(template, scope)), 'field'));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What each of them looks like; a name without its line here does not compile. */
const FORMS = {
  $guid: UUID,
  $isoTimestamp: /^2026-11-28T18:30:00\.750Z$/,
  $randomAlphaNumeric: /^[0-9a-z]$/,
  $randomBoolean: /^(true|false)$/,
  $randomEmail: /^[a-z]{10}\d\d@example\.com$/,
  $randomExampleEmail: /^[a-z]{10}\d\d@example\.com$/,
  $randomHexColor: /^#[0-9a-f]{6}$/,
  $randomInt: /^(\d{1,3}|1000)$/,
  $randomIP: /^(\d{1,3}\.){3}\d{1,3}$/,
  $randomIPV6: /^([0-9a-f]{4}:){7}[0-9a-f]{4}$/,
  $randomLatitude: /^-?\d{1,2}\.\d{4}$/,
  $randomLongitude: /^-?\d{1,3}\.\d{4}$/,
  $randomMACAddress: /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/,
  $randomPassword: /^[0-9A-Za-z]{15}$/,
  $randomPhoneNumber: /^[2-9]\d\d-555-\d{4}$/,
  $randomPrice: /^\d{1,4}\.\d\d$/,
  $randomSemver: /^\d\.\d\.\d$/,
  $randomUUID: UUID,
  $timestamp: /^1795890600$/,
} satisfies Record<MadeValueName, RegExp>;

describe('a dynamic variable', () => {
  it.each(MADE_VALUE_NAMES)('%s has the form that Postman gives it, each time', (name) => {
    const make = madeValues();

    for (let count = 0; count < 300; count += 1) expect(make(name)).toMatch(FORMS[name]);
  });

  it('is made anew wherever it stands, also in the value of another variable', () => {
    const made = resolve('{{$guid}} {{ $guid }} {{id}} {{id}}', scopeOf({ id: '{{$guid}}' })).split(' ');

    expect(made.every((each) => UUID.test(each))).toBe(true);
    expect(new Set(made).size).toBe(4);
  });

  it('is percent-encoded where it would end an address: a color begins no fragment', () => {
    const draft = {
      url: 'https://a.test/x?c={{$randomHexColor}}&d={{color}}',
      params: [],
      pathVariables: [],
    };
    const url = valueOf(composeUrl(draft, scopeOf({ color: '{{$randomHexColor}}' })));

    expect(url).toMatch(/^https:\/\/a\.test\/x\?c=%23[0-9a-f]{6}&d=%23[0-9a-f]{6}$/);
  });

  it('has every whole number from 0 to 1000, and none else', () => {
    const make = madeValues();
    const drawn = new Set(Array.from({ length: 20_000 }, () => Number(make('$randomInt'))));

    expect(drawn.size).toBe(1001);
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([0, 1000]);
  });

  it('is what a variable of that name says, where there is one', () => {
    expect(resolve('{{$guid}}', scopeOf({ $guid: 'mine' }))).toBe('mine');
  });

  it('is made above values of an iteration as well', () => {
    const scope = overlaid(scopeOf({ a: '1' }), new Map([['a', '2']]));

    expect(resolve('{{a}} {{$timestamp}}', scope)).toBe('2 1795890600');
  });

  it.each(['$randomCity', '$', '$constructor', '$Guid'])('that there is not has no value: %s', (name) => {
    expect(valueOf(resolveTemplate(`{{${name}}}`, scopeOf())).unresolved).toEqual([name]);
  });
});
