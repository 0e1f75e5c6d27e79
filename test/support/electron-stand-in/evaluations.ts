/** What the launcher asks over Node's own channel between parent and child: no port is opened for it. */
export interface Evaluation {
  readonly kind: 'evaluate';
  readonly id: number;
  /** A function's source text: it is called with the electron module and the argument. */
  readonly source: string;
  readonly argument: unknown;
}

export type EvaluationReply =
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly message: string; readonly stack: string };

const isEvaluation = (message: unknown): message is Evaluation =>
  typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'evaluate';

/** Runs in the main process what the launcher sends; `onOrphaned` is called when the launcher is gone. */
export function serveEvaluations(electron: unknown, onOrphaned: () => void): void {
  if (process.send === undefined) return;
  const reply = (message: EvaluationReply): void => {
    process.send?.(message);
  };
  process.on('disconnect', onOrphaned);
  process.on('message', (message) => {
    if (!isEvaluation(message)) return;
    const { id } = message;
    void run(electron, message).then(
      (value) => {
        reply({ kind: 'value', id, value });
      },
      (error: unknown) => {
        const stack = error instanceof Error ? (error.stack ?? '') : '';
        reply({ kind: 'error', id, message: error instanceof Error ? error.message : String(error), stack });
      },
    );
  });
}

async function run(electron: unknown, { source, argument }: Evaluation): Promise<unknown> {
  // The launcher is the parent of this process: what it sends is as trusted as the command line.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const evaluated: unknown = Reflect.apply(new Function(`return (${source})`), undefined, []);
  if (typeof evaluated !== 'function') throw new Error('evaluate() takes a function');
  const result: unknown = await Reflect.apply(evaluated, undefined, [electron, argument]);
  return result;
}
