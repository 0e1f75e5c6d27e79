import { Code } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { OpenRequest } from '../open-request.ts';
import { SnippetDialog } from './snippet-dialog.tsx';

/** Opens the request as code. */
export function SnippetButton({ request }: { readonly request: OpenRequest }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        label="Copy as code"
        icon={<Code />}
        size="small"
        isDisabled={request.draft.url.trim() === ''}
        onPress={() => {
          setIsOpen(true);
        }}
      />
      {isOpen && (
        <SnippetDialog
          request={request}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}
