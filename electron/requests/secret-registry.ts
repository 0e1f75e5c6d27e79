import { createRedactor, type Redactor } from './redactor.ts';

/** Masks, in whatever is logged, the secrets of every exchange that is under way. */
export interface SecretRegistry {
  /** A redactor for one exchange; what it learns is masked in the log too, until it forgets. */
  createRedactor(): Redactor;
  mask(text: string): string;
}

export function createSecretRegistry(): SecretRegistry {
  const live = new Set<Redactor>();
  const always = createRedactor();
  return {
    createRedactor() {
      const redactor = createRedactor();
      live.add(redactor);
      return {
        ...redactor,
        forget: () => {
          redactor.forget();
          live.delete(redactor);
        },
      };
    },
    mask: (text) => [...live].reduce((masked, redactor) => redactor.mask(masked), always.mask(text)),
  };
}
