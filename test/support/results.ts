import type { AppError, Result } from '../../shared/domain/app-error.ts';

/** The value of a result that must be one; the test fails with the error's code when it is not. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`Expected a value, got the error ${result.error.code}`);
  return result.value;
}

/** The error of a result that must be one. */
export function errorOf(result: Result<unknown>): AppError {
  if (result.ok) throw new Error('Expected an error, got a value');
  return result.error;
}
