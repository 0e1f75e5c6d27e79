import type { SenderOptions } from '../requests/create-sender.ts';
import type { SenderParts } from '../requests/send-request.ts';

/** The one sender that the editor and the runs share, with its connections; loaded at its first use. */
export function lazySender(options: SenderOptions): () => Promise<SenderParts> {
  let loading: Promise<SenderParts> | null = null;
  return () => {
    loading ??= import('../requests/create-sender.ts').then(
      ({ createSender }) => createSender(options),
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };
}
