import type { AppError } from '../../shared/domain/app-error.ts';

/** Why no connection was made, in our own words. Thrown through the HTTP library, which hands it on as it is. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
  readonly appError: AppError;
  constructor(error: AppError) {
    super('no connection');
    this.appError = error;
  }
}
