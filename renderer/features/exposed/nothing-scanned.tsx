import { FileSearch } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';

/** Before the first scan: what one does, and does not. */
export function NothingScanned({ actions }: { readonly actions: ReactNode }) {
  return (
    <EmptyState icon={<FileSearch />} title="Find out where your keys lie" actions={actions}>
      <p>
        Choose a folder or a file, and Keyfob looks for the values of your keys in it: in text and in any
        other file. It says where they stand, and keeps no copy of what it found.
      </p>
      <p>Also in Base64. Archives, and what else is packed, compressed or encoded, are not looked into.</p>
    </EmptyState>
  );
}
