import { Bug } from 'lucide-react';
import { Component, type ReactNode } from 'react';
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
      <div role="alert">
        <EmptyState
          icon={<Bug />}
          title="This page ran into a bug"
          actions={
            <>
              <Button
                variant="primary"
                onPress={() => {
                  this.setState({ hasFailed: false });
                }}
              >
                Show it again
              </Button>
              <Button
                onPress={() => {
                  window.location.reload();
                }}
              >
                Reload the window
              </Button>
            </>
          }
        >
          Nothing that was saved is lost: your keys are kept outside this window. Show the page again; if it
          happens once more, reload the window and report what you did.
        </EmptyState>
      </div>
    );
  }
}
