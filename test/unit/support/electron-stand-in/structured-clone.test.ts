import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCodec } from '../../../support/electron-stand-in/structured-clone.ts';

const codec = makeCodec();
const copy = (value: unknown): unknown => codec.decode(codec.encode(value));

describe('the copy between page and main process', () => {
  it('keeps every plain value', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }),
        (value) => {
          // Prototypes are lost on the way, as in Electron: compared without them.
          expect(copy(value)).toEqual(value);
        },
      ),
    );
  });

  it.each([
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['minus zero', -0],
    ['infinity', Number.NEGATIVE_INFINITY],
    ['bytes', new Uint8Array([0, 255, 7])],
    ['a pattern', /a+b/gi],
    ['a date that is none', new Date(Number.NaN)],
  ])('keeps %s', (_name, value) => {
    expect(copy(value)).toStrictEqual(value);
  });

  it('keeps undefined properties and holes apart from absent ones', () => {
    expect(copy({ a: undefined })).toStrictEqual({ a: undefined });
  });

  it('keeps an error with its name, message, stack and cause', () => {
    const error = new TypeError('bad', { cause: new Error('why') });
    const copied = copy(error);
    expect(copied).toMatchObject({ name: 'TypeError', message: 'bad', stack: error.stack });
    expect(copied).toHaveProperty('cause.message', 'why');
  });

  it('keeps cycles and shared references', () => {
    const shared = { n: 1 };
    const value: Record<string, unknown> = { one: shared, other: shared };
    value['self'] = value;
    const copied = copy(value) as typeof value; // The codec gives back the shape it got.
    expect(copied['self']).toBe(copied);
    expect(copied['one']).toBe(copied['other']);
  });

  it('carries an own property named __proto__ without setting a prototype', () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"isAdmin":true}}');
    const copied = copy(hostile);
    expect(Object.getOwnPropertyNames(copied)).toEqual(['__proto__']);
    expect(copied).not.toHaveProperty('isAdmin');
  });

  it.each([
    ['a function', () => undefined],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
    ['a function inside', { deep: [() => undefined] }],
  ])('refuses %s', (_name, value) => {
    expect(() => codec.encode(value)).toThrow('An object could not be cloned.');
  });
});
