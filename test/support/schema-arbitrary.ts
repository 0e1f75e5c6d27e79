import fc from 'fast-check';
import { z } from 'zod';

/** What stands in fields of certain names: ids that exist, so that inputs reach further than "there is no such key". */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>;

const ODD_TEXTS = [
  '',
  ' ',
  '__proto__',
  '../../etc/passwd',
  '{{postman-api-key}}',
  "'; DROP TABLE api_keys; --",
  '%_%',
  'a\r\nX-Injected: 1',
  '\0',
  '\u202egnp.exe',
  '\ud800',
  '<img src=x onerror=alert(1)>',
  'https://127.0.0.1:1/',
  'x'.repeat(5_000),
];

const oddText = fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ maxLength: 40 }));
const oddNumber = fc.oneof(
  fc.constantFrom(0, -0, -1, 1, 2 ** 31, 2 ** 53, -(2 ** 53), Number.NaN, Infinity, 0.1),
  fc.integer(),
);

/**
 * Values that a schema takes, or nearly so: of the right type in most places, often at the edge of what is allowed, and now and then
 * something else. `known` gives values for fields by their names.
 */
export function nearly(schema: z.core.$ZodType, known: KnownValues, depth = 0): fc.Arbitrary<unknown> {
  const inner = (of: z.core.$ZodType): fc.Arbitrary<unknown> => nearly(of, known, depth + 1);
  if (schema instanceof z.core.$ZodObject) return nearlyObject(schema, known, depth);
  if (schema instanceof z.core.$ZodArray) {
    return fc.array(inner(schema._zod.def.element), { maxLength: depth > 6 ? 0 : 3 });
  }
  if (schema instanceof z.core.$ZodUnion) {
    const options = schema._zod.def.options;
    // What holds itself ends where it is deep: the first option is taken then.
    return depth > 6 && options[0] !== undefined ? inner(options[0]) : fc.oneof(...options.map(inner));
  }
  if (schema instanceof z.core.$ZodPipe) return inner(schema._zod.def.in);
  if (schema instanceof z.core.$ZodLazy)
    return depth > 8 ? fc.constant(null) : inner(schema._zod.def.getter());
  if (schema instanceof z.core.$ZodNullable) {
    return fc.option(inner(schema._zod.def.innerType), { nil: null });
  }
  if (schema instanceof z.core.$ZodOptional || schema instanceof z.core.$ZodDefault) {
    return fc.option(inner(schema._zod.def.innerType), { nil: undefined });
  }
  if (schema instanceof z.core.$ZodReadonly) return inner(schema._zod.def.innerType);
  return nearlyPlain(schema);
}

function nearlyObject(schema: z.core.$ZodObject, known: KnownValues, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema._zod.def.shape).map(([name, field]) => {
    const values = known[name];
    const drawn = nearly(field, known, depth + 1);
    const own =
      values === undefined ? drawn : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, drawn);
    return [name, own] as const;
  });
  return fc.record(Object.fromEntries(fields));
}

function nearlyPlain(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.core.$ZodEnum) return fc.constantFrom(...Object.values(schema._zod.def.entries));
  if (schema instanceof z.core.$ZodLiteral) return fc.constantFrom(...schema._zod.def.values);
  if (schema instanceof z.core.$ZodBoolean) return fc.boolean();
  if (schema instanceof z.core.$ZodNull) return fc.constant(null);
  if (schema instanceof z.core.$ZodNumber) {
    const { minimum, maximum } = schema._zod.bag;
    const [least, most] = [minimum ?? 0, maximum ?? 1_000_000];
    const inside = fc.integer({
      min: Math.ceil(least),
      max: Math.floor(Math.min(most, Number.MAX_SAFE_INTEGER)),
    });
    return fc.oneof({ weight: 8, arbitrary: inside }, oddNumber);
  }
  if (schema instanceof z.core.$ZodString) {
    const { minimum, maximum } = schema._zod.bag;
    const [least, most] = [minimum ?? 0, maximum ?? 60];
    const inside = fc.string({ minLength: least, maxLength: Math.max(least, Math.min(most, 60)) });
    const edge = fc.constantFrom('a'.repeat(Math.min(most, 6_000)), 'a'.repeat(Math.min(most, 6_000) + 1));
    return fc.oneof({ weight: 6, arbitrary: inside }, { weight: 2, arbitrary: oddText }, edge);
  }
  // A kind of schema that no input has had yet: anything, which is refused.
  return fc.anything();
}

/** As `nearly`, and in one of ten a value somewhere in it is something else altogether. */
export function nearlyInput(schema: z.core.$ZodType, known: KnownValues): fc.Arbitrary<unknown> {
  const base = nearly(schema, known);
  const spoilt = fc.tuple(base, fc.anything({ maxDepth: 1 }), fc.nat()).map(([value, odd, place]) => {
    if (typeof value !== 'object' || value === null) return odd;
    const names = Object.keys(value);
    const name = names[place % Math.max(1, names.length)] ?? 'extra';
    return { ...value, [name]: odd };
  });
  return fc.oneof({ weight: 9, arbitrary: base }, { weight: 1, arbitrary: spoilt });
}
