import { useCallback, useState } from 'react';
import type { CommandOutput } from '../../../shared/contract/contract.ts';
import type { Result } from '../../../shared/domain/app-error.ts';
import type { ImportFormat } from '../../../shared/domain/import.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';

type Answer = CommandOutput<'import.choose'>;
export type ImportState = { readonly kind: 'none' } | Exclude<Answer, { kind: 'cancelled' }>;

export interface Import {
  readonly state: ImportState;
  readonly isReading: boolean;
  readonly choose: (what: 'file' | 'folder') => Promise<void>;
  /** What is on the clipboard: the main process reads it itself. */
  readonly paste: () => Promise<void>;
  /** What the system asked Keyfob to open. */
  readonly takeOpened: () => Promise<void>;
  /** What was dropped onto the window: its preload told the main process. */
  readonly takeDropped: () => Promise<void>;
  readonly chooseFormat: (format: ImportFormat) => Promise<void>;
  readonly close: () => void;
}

const NONE: ImportState = { kind: 'none' };

/** The steps of an import before anything is kept. */
export function useImport(): Import {
  const [state, setState] = useState<ImportState>(NONE);
  const toast = useToast();
  const { run: runChoose, isPending: isChoosing } = useCommand('import.choose');
  const { run: runPaste, isPending: isPasting } = useCommand('import.paste');
  const { run: runOpened, isPending: isOpening } = useCommand('import.takeOpened');
  const { run: runDropped, isPending: isDropping } = useCommand('import.takeDropped');
  const { run: runFormat, isPending: isConverting } = useCommand('import.asFormat');
  const { run: runDiscard } = useCommand('import.discard');
  const take = useCallback(
    (result: Result<Answer>) => {
      if (!result.ok) {
        setState(NONE);
        toast.showError(result.error);
      } else {
        setState(result.value.kind === 'cancelled' ? NONE : result.value);
      }
    },
    [toast],
  );
  const choose = useCallback(
    async (what: 'file' | 'folder') => take(await runChoose({ what })),
    [runChoose, take],
  );
  const paste = useCallback(async () => take(await runPaste({})), [runPaste, take]);
  const takeOpened = useCallback(async () => take(await runOpened({})), [runOpened, take]);
  const takeDropped = useCallback(async () => take(await runDropped({})), [runDropped, take]);
  return {
    state,
    isReading: isChoosing || isPasting || isOpening || isDropping || isConverting,
    choose,
    paste,
    takeOpened,
    takeDropped,
    async chooseFormat(format) {
      if (state.kind === 'ambiguous') take(await runFormat({ token: state.token, format }));
    },
    close() {
      const token = tokenOf(state);
      setState(NONE);
      if (token !== null) void runDiscard({ token });
    },
  };
}

function tokenOf(state: ImportState): string | null {
  if (state.kind === 'none') return null;
  return state.kind === 'ambiguous' ? state.token : state.preview.token;
}
