import type { ToldTexts } from '../en/told.ts';
import type { Formats } from '../formats.ts';
import type { SameTold } from '../told-text.ts';
import { documents } from './told/documents.ts';
import { importNotes } from './told/import-notes.ts';
import { imports } from './told/imports.ts';
import { keys } from './told/keys.ts';
import { notes } from './told/notes.ts';
import { runs } from './told/runs.ts';
import { sending } from './told/sending.ts';
import { signing } from './told/signing.ts';
import { states } from './told/states.ts';

export function told(f: Formats): SameTold<ToldTexts> {
  return {
    ...documents(),
    ...importNotes,
    ...imports(f),
    ...keys(f),
    ...notes(),
    ...runs(f),
    ...sending(f),
    ...signing(),
    ...states(f),
  };
}
