import { useState } from 'react';
import { appError, type AppError } from '../../../shared/domain/app-error.ts';
import { MAX_DATA_CHARACTERS } from '../../../shared/domain/run.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { findJsonProblem } from '../../ui/json-validation.ts';
import { editingTexts, type EditingTexts } from '../../../shared/texts/en/editing.ts';
import { runSetUpTexts, type RunSetUpTexts } from '../../../shared/texts/en/run-set-up.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';
import type { DataFile } from './setup-form.ts';

/** No text of so many characters is larger (UTF-8). */
const MAX_BYTES = MAX_DATA_CHARACTERS * 4;

export interface DataFileReader {
  readonly isReading: boolean;
  /** Of the last file; `null` when it can be used. */
  readonly error: AppError | null;
  readonly clearError: () => void;
  /** `null` when it cannot be used. */
  readonly read: (file: File) => Promise<DataFile | null>;
}

/** Reads a data file and has the main process say what stands in it. */
export function useDataFile(): DataFileReader {
  const texts = useTexts(runSetUpTexts);
  const { notJson } = useTexts(editingTexts);
  const wordsOf = useErrorWords();
  const { run, isPending } = useCommand('runs.readData');
  const [error, setError] = useState<AppError | null>(null);
  return {
    isReading: isPending,
    error,
    clearError() {
      setError(null);
    },
    async read(file) {
      setError(null);
      const text = file.size > MAX_BYTES ? null : await file.text().catch(() => undefined);
      if (text === undefined) {
        setError(refusal(texts.data.notReadable, texts));
        return null;
      }
      if (text === null || text.length > MAX_DATA_CHARACTERS) {
        setError(refusal(texts.data.tooLarge, texts));
        return null;
      }
      const result = await run({ text });
      if (result.ok) return { name: file.name.slice(0, 255), text, ...result.value };
      setError(
        withPosition({ ...result.error, ...wordsOf(result.error) }, text, { data: texts.data, notJson }),
      );
      return null;
    },
  };
}

function refusal(why: string, { data }: RunSetUpTexts): AppError {
  return appError('invalid-input', {
    message: data.cannotBeUsed(why),
    remedy: data.remedy,
  });
}

type WithPosition = Pick<RunSetUpTexts, 'data'> & Pick<EditingTexts, 'notJson'>;

/** The main process says what is wrong with JSON; here the text is at hand to say where. */
function withPosition(error: AppError, text: string, { data, notJson }: WithPosition): AppError {
  const content = text.replace(/^\uFEFF/, '');
  const problem = /^\s*[[{]/.test(content) ? findJsonProblem(content) : null;
  if (problem === null) return error;
  const { line, column, mistake } = problem;
  return {
    ...error,
    message: `${error.message} ${data.at(line, column, notJson[mistake])}`,
  };
}
