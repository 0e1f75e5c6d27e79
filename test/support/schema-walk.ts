import { z } from 'zod';

/** A place in a schema: the path of names to it, and what kind of value stands there. */
export interface SchemaPlace {
  readonly path: string;
  readonly type: string;
  /** For objects: whether a field that is not named is refused. */
  readonly isStrict: boolean;
}

/**
 * Every place in a schema, in depth: `[]` stands for the elements of an array. Walks what comes out of a transform's input.
 * A kind of schema that it does not know is reported as it is, for the test to refuse.
 */
export function placesOf(
  schema: z.core.$ZodType,
  path = '',
  above: readonly z.core.$ZodType[] = [],
): readonly SchemaPlace[] {
  // What holds itself, as a folder of folders does, was walked where it first stood.
  if (above.includes(schema)) return [];
  const here = (isStrict = true): SchemaPlace => ({ path, type: schema._zod.def.type, isStrict });
  const within = (inner: z.core.$ZodType, step = ''): readonly SchemaPlace[] =>
    placesOf(inner, path + step, [...above, schema]);
  if (schema instanceof z.core.$ZodObject) {
    const { shape, catchall } = schema._zod.def;
    const fields = Object.entries(shape).flatMap(([name, field]) =>
      within(field, path === '' ? name : `.${name}`),
    );
    return [here(catchall instanceof z.core.$ZodNever), ...fields];
  }
  if (schema instanceof z.core.$ZodArray) return [here(), ...within(schema._zod.def.element, '[]')];
  if (schema instanceof z.core.$ZodUnion) return schema._zod.def.options.flatMap((option) => within(option));
  if (schema instanceof z.core.$ZodPipe) return within(schema._zod.def.in);
  if (
    schema instanceof z.core.$ZodNullable ||
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodDefault ||
    schema instanceof z.core.$ZodReadonly
  ) {
    return within(schema._zod.def.innerType);
  }
  return [here()];
}
