import type { AppError } from '../../shared/domain/app-error.ts';

/** Carries an `AppError` through TanStack Query, which knows failures only as thrown errors. */
export class CommandFailure extends Error {
  readonly appError: AppError;

  constructor(appError: AppError) {
    super(appError.message);
    this.name = 'CommandFailure';
    this.appError = appError;
  }
}
