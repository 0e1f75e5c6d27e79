import { createContext, useContext } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';

export interface Toast {
  readonly tone: 'good' | 'error';
  readonly title: string;
  readonly description?: string;
  /** What can be done about it; the message goes with it. */
  readonly action?: { readonly label: string; readonly onAction: () => void };
}

export interface Toaster {
  readonly show: (toast: Toast) => void;
  /** What happened and what to do next, as the error says it. */
  readonly showError: (error: AppError) => void;
}

export const ToastContext = createContext<Toaster | null>(null);

/** Short messages at the edge of the window that go away by themselves. */
export function useToast(): Toaster {
  const toaster = useContext(ToastContext);
  if (toaster === null) throw new Error('useToast needs a ToastProvider above it');
  return toaster;
}
