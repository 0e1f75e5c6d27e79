import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { isDynamicName } from '../../shared/domain/made-values.ts';
import { maskKeyShapes } from './key-shapes.ts';
import { NOT_KEPT } from './not-kept.ts';
import {
  plainText,
  resolveAtOnce,
  resolveTemplate,
  type ResolvedTemplate,
  type VariableScope,
} from './variables.ts';
import { told } from '../told.ts';

/** A variable's name as a message may repeat it: a key that was pasted between the braces by mistake is masked. */
export function shownVariableNames(names: readonly string[]): string {
  return names.map((name) => `{{${maskKeyShapes(name)}}}`).join(', ');
}

/** Refuses a value that the history did not keep. */
export function refuseNotKept(text: string, field: string): Result<null> {
  if (!text.includes(NOT_KEPT)) return ok(null);
  return failed('request-invalid', { ...told('valueNotKept', { mark: NOT_KEPT }), field });
}

/** Resolves a template; a variable without a value is `variable-unresolved` and named. */
export function resolveFully(
  template: string,
  scope: VariableScope,
  field: string,
): Result<ResolvedTemplate> {
  const kept = refuseNotKept(template, field);
  if (!kept.ok) return kept;
  const resolved = resolveTemplate(template, scope, field === 'url' ? inAddress : undefined);
  if (!resolved.ok) return { ok: false, error: { ...resolved.error, field } };
  if (resolved.value.unresolved.length === 0) return resolved;
  const { unresolved } = resolved.value;
  const [first = ''] = unresolved;
  const because = scope.missing?.get(first);
  if (because !== undefined) return failed('variable-unresolved', { ...because, field });
  const names = shownVariableNames(unresolved);
  const words = unresolved.every(isDynamicName)
    ? told('dynamicUnresolved', { names })
    : told('variableUnresolved', { names, count: unresolved.length });
  return failed('variable-unresolved', { ...words, field });
}

/** A color that is made would begin the fragment, and what follows it would not be sent (RFC 3986, 3.5). */
function inAddress(made: string): string {
  return made.replaceAll('#', '%23');
}

/** As `resolveFully`, for a place where no key may stand. */
export function resolveText(template: string, scope: VariableScope, field: string): Result<string> {
  const atOnce = template.includes(NOT_KEPT) ? null : resolveAtOnce(template, scope);
  if (atOnce !== null) return ok(atOnce);
  const resolved = resolveFully(template, scope, field);
  return resolved.ok ? plainText(resolved.value, field) : resolved;
}
