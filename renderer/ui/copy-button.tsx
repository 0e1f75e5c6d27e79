import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { uiTexts } from '../../shared/texts/en/ui.ts';
import { useTexts } from '../language/speech-context.ts';
import { Button, type ButtonProps } from './button.tsx';

interface CopyButtonProps extends Omit<ButtonProps, 'children' | 'onPress' | 'icon'> {
  /** Does the copying; answers whether it worked, so that the button never says "Copied" untruly. */
  readonly onCopy: () => Promise<boolean>;
  readonly label?: string;
}

const CONFIRMATION_MS = 2_000;

/** A button that copies and then says so for two seconds. Its name stays the same, so that it can be found. */
export function CopyButton({ onCopy, label, ...props }: CopyButtonProps) {
  const texts = useTexts(uiTexts);
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => {
      setIsCopied(false);
    }, CONFIRMATION_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isCopied]);
  return (
    <Button
      {...props}
      icon={isCopied ? <Check /> : <Copy />}
      onPress={() => {
        void onCopy().then(setIsCopied);
      }}
    >
      {label ?? texts.copy}
    </Button>
  );
}
