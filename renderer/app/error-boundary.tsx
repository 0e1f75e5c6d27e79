import { Bug } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { shellTexts } from '../../shared/texts/en/shell.ts';
import { useTexts } from '../language/speech-context.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly hasFailed: boolean;
}

/** Catches a bug in what is below it. Shows no text of the error: what it holds is not known. React offers this as a class only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <BugNote
        onShowAgain={() => {
          this.setState({ hasFailed: false });
        }}
      />
    );
  }
}

function BugNote({ onShowAgain }: { readonly onShowAgain: () => void }) {
  const { bug } = useTexts(shellTexts);
  return (
    <div role="alert">
      <EmptyState
        icon={<Bug />}
        title={bug.title}
        actions={
          <>
            <Button variant="primary" onPress={onShowAgain}>
              {bug.showAgain}
            </Button>
            <Button
              onPress={() => {
                window.location.reload();
              }}
            >
              {bug.reload}
            </Button>
          </>
        }
      >
        {bug.explanation}
      </EmptyState>
    </div>
  );
}
