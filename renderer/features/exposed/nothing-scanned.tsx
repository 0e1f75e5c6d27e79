import { FileSearch } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { exposedTexts } from '../../../shared/texts/en/exposed.ts';
import { useTexts } from '../../language/speech-context.ts';

/** Before the first scan: what one does, and does not. */
export function NothingScanned({ actions }: { readonly actions: ReactNode }) {
  const texts = useTexts(exposedTexts);
  return (
    <EmptyState icon={<FileSearch />} title={texts.first.title} actions={actions}>
      <p>{texts.first.explanation}</p>
      <p>{texts.first.limits}</p>
    </EmptyState>
  );
}
