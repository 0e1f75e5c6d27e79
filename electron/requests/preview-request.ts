import type { CommandInput, CommandOutput } from '../../shared/contract/contract.ts';
import { ok, type AppError, type Result } from '../../shared/domain/app-error.ts';
import type { SigningDecision } from '../../shared/domain/signing-decision.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import { composeRequest, unresolvedVariables, variableProblem } from './compose-request.ts';
import { composeUrl } from './compose-url.ts';
import type { ComposeContext } from './composed-request.ts';
import type { KeyNames } from '../collections/auth-mapping.ts';
import { maskKeyShapes } from './key-shapes.ts';
import { settleDraft, type RequestPlace } from './request-place.ts';
import type { NetworkRoutes } from './route.ts';
import { previewSigning } from './send-request.ts';
import { hideMarks } from './secret-variables.ts';
import { shownUrl } from './shown-url.ts';
import { withhold, type KeySource } from './sign-hop.ts';
import { isServerUnproven } from './unchecked.ts';

export interface PreviewParts {
  /** For what is shown: with the names of values that are made anew. */
  readonly context: ComposeContext;
  /** As it is composed when it is sent: a name is no number, and no port. */
  readonly sentContext: ComposeContext;
  readonly place: RequestPlace;
  readonly keyNames: KeyNames;
  readonly signingKeys: KeySource;
  readonly vaultState: VaultState;
  readonly routes: Pick<NetworkRoutes, 'mayCarryKeyUnchecked'>;
}

/**
 * What a draft would send where, as far as it can be told while it is typed: an unfinished one has no address or no decision yet and is
 * no error. No secret is opened; that the vault cannot open any is taken from its state.
 */
export function previewRequest(
  { draft: typed }: Pick<CommandInput<'requests.preview'>, 'draft'>,
  { context, sentContext, place, keyNames, signingKeys, vaultState, routes }: PreviewParts,
): Result<CommandOutput<'requests.preview'>> {
  const settled = settleDraft(typed, place, keyNames);
  const draft = settled.ok ? settled.value : typed;
  const unresolved = unresolvedVariables(draft, context.scope).map(maskKeyShapes);
  const url = composeUrl(draft, context.scope);
  const composed = composeRequest(draft, sentContext);
  const signing =
    settled.ok && composed.ok
      ? previewSigning(
          {
            request: composed.value,
            keyChoice: draft.keyChoice,
            collectionServiceId: place.serviceId,
            isServerUnproven: isServerUnproven(
              composed.value.url,
              { request: composed.value, settings: draft.settings },
              routes,
            ),
          },
          signingKeys,
        )
      : null;
  return ok({
    url: url.ok ? maskKeyShapes(hideMarks(shownUrl(url.value), context.secretVariables ?? [])) : null,
    signing: signing === null ? null : withVault(signing, vaultState, draft.method),
    unresolved,
    problem: variableProblem(draft, context.scope) ?? (composed.ok ? null : misplacement(composed.error)),
  });
}

/** A secret where none may stand. That something is unfinished is no problem. */
function misplacement(error: AppError): AppError | null {
  return error.code === 'secret-variable-misplaced' ? error : null;
}

function withVault(decision: SigningDecision, vaultState: VaultState, method: string): SigningDecision {
  if (decision.kind !== 'sent' || vaultState.kind !== 'unreadable') return decision;
  return withhold(decision, 'vault-unreadable', { method });
}
