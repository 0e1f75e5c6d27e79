import type { CommandInput, CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { BodyFiles } from '../ports/body-files.ts';
import type { FileRevealer } from '../ports/file-revealer.ts';
import type { KeptResponses } from './kept-responses.ts';
import { createResponseFilters, type ResponseFiltersOptions } from './response-filters.ts';
import { saveResponse, type SaveResponseParts } from './save-response.ts';
import { createSavedFiles } from './saved-files.ts';

type Nothing = Readonly<Record<string, never>>;

/** The commands `responses.*`. */
export interface BodyCommands {
  readonly readBody: (
    input: CommandInput<'responses.read'>,
  ) => Promise<Result<CommandOutput<'responses.read'>>>;
  readonly filterBody: (
    input: CommandInput<'responses.filter'>,
  ) => Promise<Result<CommandOutput<'responses.filter'>>>;
  readonly stopFilter: (input: CommandInput<'responses.stopFilter'>) => Result<Nothing>;
  readonly saveBody: (
    input: CommandInput<'responses.save'>,
  ) => Promise<Result<CommandOutput<'responses.save'>>>;
  readonly showSaved: (input: CommandInput<'responses.showFile'>) => Result<Nothing>;
}

export interface ResponseBodiesOptions
  extends Omit<ResponseFiltersOptions, 'keptResponses'>, Omit<SaveResponseParts, 'files' | 'onSaved'> {
  readonly keptResponses: KeptResponses;
  readonly bodyFiles: Pick<BodyFiles, 'save'>;
  readonly fileRevealer: FileRevealer;
}

/** What can be done with the bodies of the last responses. */
export interface ResponseBodies {
  readonly commands: BodyCommands;
  /** Ends what is under way. */
  readonly stop: () => void;
}

export function createResponseBodies(options: ResponseBodiesOptions): ResponseBodies {
  const savedFiles = createSavedFiles(options.fileRevealer);
  const filters = createResponseFilters(options);
  return {
    stop: () => {
      filters.stop();
    },
    commands: {
      readBody: async ({ id, offset, length }) => {
        const part = await options.keptResponses.read(id, offset, length);
        if (!part.ok) return part;
        const { bytes, size } = part.value;
        return ok({ base64: Buffer.from(bytes).toString('base64'), size });
      },
      filterBody: (input) => filters.filter(input),
      stopFilter: ({ id }) => {
        filters.stop(id);
        return ok({});
      },
      saveBody: ({ id }) => {
        const onSaved = (path: string): void => {
          savedFiles.note(id, path);
        };
        return saveResponse(id, { ...options, files: options.bodyFiles, onSaved });
      },
      showSaved: ({ id }) => (savedFiles.show(id) ? ok({}) : failed('not-found')),
    },
  };
}
