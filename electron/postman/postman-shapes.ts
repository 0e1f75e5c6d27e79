import { z } from 'zod';

// What the Postman API answers, read leniently: its documented lists of values are partial, and fields come and go. Only what
// an answer is worthless without is required.

const text = z.string().catch('');
/** Ids come as numbers and as text. */
const id = z.union([z.string().min(1), z.number()]).transform(String);
const optionalId = id.nullable().catch(null);
/** ISO 8601 → epoch milliseconds; `null` for `""`, absent and unreadable. */
const time = z
  .string()
  .nullish()
  .catch(null)
  .transform((iso) => {
    const at = Date.parse(iso ?? '');
    return Number.isNaN(at) ? null : at;
  });
const amount = z.number().catch(0);

/** Elements that do not fit are left out. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(z.unknown()).transform((items) =>
    items.flatMap((one) => {
      const parsed = item.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}

/** Seen as "no limit". */
const NO_LIMIT = 99_999_999;

const operationSchema = z.object({
  name: z.string().min(1),
  /** `null`: no limit. Fractions occur (GB). */
  limit: z
    .number()
    .nullable()
    .catch(null)
    .transform((limit) => (limit === null || limit >= NO_LIMIT ? null : limit)),
  usage: amount,
  overage: amount,
});

export const meSchema = z.object({
  user: z.object({
    id,
    username: text,
    email: text,
    fullName: text,
    /** `null`: no team. */
    teamId: optionalId.transform((teamId) => (teamId === '0' ? null : teamId)),
    teamName: text,
    teamDomain: text,
    roles: listOf(z.string()).catch([]),
  }),
  /** `null` for roles that are not told (guests, partners). */
  operations: listOf(operationSchema).nullable().catch(null),
});
export type PostmanMe = z.infer<typeof meSchema>;

export const accessKeyPageSchema = z.object({
  data: z.array(
    z.object({
      id,
      token: text,
      status: text,
      userId: optionalId,
      collectionId: text,
      expiresAfter: time,
      lastUsedAt: time,
      createdAt: time,
      deletedAt: time,
    }),
  ),
  meta: z.object({ nextCursor: text }).catch({ nextCursor: '' }),
});
export type PostmanAccessKey = z.infer<typeof accessKeyPageSchema>['data'][number];

export const collectionPageSchema = z.object({
  collections: listOf(z.object({ uid: z.string(), name: text })),
});

export const usersSchema = z.object({
  data: listOf(z.object({ id, name: text, fullName: text, username: text, email: text })),
});
