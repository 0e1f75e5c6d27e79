import { z } from 'zod';

const CONTROL_CHARACTERS = /\p{Cc}/u;

/** The name of a collection or an environment, as a client gives it. */
export const itemNameSchema = z
  .string()
  .trim()
  .min(1, 'A name')
  .max(255, 'At most 255 characters')
  .refine((name) => name.isWellFormed() && !CONTROL_CHARACTERS.test(name), 'No control characters');

/**
 * A request, or a folder of more items. Of the rest of the format nothing is asked here, as Postman's own apps differ in it:
 * what a client sends it gets back.
 */
const collectionItemSchema = z
  .looseObject({
    name: z.string().optional(),
    request: z.union([z.string(), z.looseObject({ method: z.string().optional() })]).optional(),
    get item(): z.ZodOptional<z.ZodArray<typeof collectionItemSchema>> {
      return z.array(collectionItemSchema).optional();
    },
  })
  .meta({
    id: 'CollectionItem',
    description: 'A request, or a folder: an object with an `item` of its own.',
  });

const objects = z.array(z.looseObject({}));

/** Postman Collection v2.1 (https://schema.postman.com/collection/json/v2.1.0/), as far as it is looked at. */
export const collectionSchema = z
  .looseObject({
    info: z.looseObject({
      name: itemNameSchema,
      schema: z
        .string()
        .regex(
          /^https:\/\/schema\.(?:get)?postman\.com\/(?:json\/collection|collection\/json)\/v2\.[01]\.0\//,
          {
            message: 'The address of the collection format v2.0 or v2.1',
          },
        )
        .optional(),
    }),
    item: z.array(collectionItemSchema),
    variable: objects.optional(),
    event: objects.optional(),
    auth: z.looseObject({}).nullable().optional(),
  })
  .meta({ id: 'Collection', description: 'A collection in the format v2.1.' });
export type CollectionContent = z.output<typeof collectionSchema>;

/** What of a collection can be changed without sending all of it. */
export const collectionPartSchema = z
  .strictObject({
    info: z
      .looseObject({ name: itemNameSchema.optional(), description: z.string().nullable().optional() })
      .optional(),
    variable: objects.optional(),
    event: objects.optional(),
    auth: z.looseObject({}).nullable().optional(),
  })
  .meta({ id: 'CollectionPart', description: 'The parts of a collection that are to change.' });
