import { z } from 'zod';
import { errorTexts } from '../texts/en/errors.ts';
import { toldSchema, type Told } from './told.ts';

export type AppErrorCode = keyof typeof errorTexts;

const codes = Object.keys(errorTexts) as [AppErrorCode, ...AppErrorCode[]]; // the catalogue's own keys, never empty

export const appErrorCodeSchema = z.enum(codes);

export const appErrorSchema = z.strictObject({
  code: appErrorCodeSchema,
  message: z.string(),
  remedy: z.string(),
  /** The input field that the error is about, as a dotted path. */
  field: z.string().optional(),
  /** What was worded for the occasion: its name in the catalogue, and what stands in it. A window that does not know it shows the message. */
  told: toldSchema.optional(),
});
export type AppError = z.infer<typeof appErrorSchema>;

export interface AppErrorDetails {
  readonly message?: string;
  readonly remedy?: string;
  readonly field?: string;
  readonly told?: Told | undefined;
}

/** The one place where an `AppError` is made. A details text must never hold a secret or a library's message. */
export function appError(code: AppErrorCode, details: AppErrorDetails = {}): AppError {
  const [message, remedy] = errorTexts[code];
  const error: AppError = { code, message: details.message ?? message, remedy: details.remedy ?? remedy };
  const { field, told } = details;
  return {
    ...error,
    ...(field === undefined ? {} : { field }),
    ...(told === undefined ? {} : { told }),
  };
}

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: AppError };

export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function failed(
  code: AppErrorCode,
  details: AppErrorDetails = {},
): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: appError(code, details) };
}
