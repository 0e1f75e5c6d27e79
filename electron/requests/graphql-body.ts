import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { graphqlOperations } from '../../shared/domain/graphql-text.ts';
import type { GraphqlBody } from '../../shared/domain/http-request.ts';
import { told } from '../told.ts';

type GraphqlParts = Omit<GraphqlBody, 'kind'>;

/** The JSON that a GraphQL server takes. The variables go out as they were typed, so that no number loses a digit. */
export function graphqlJson({ query, variables, operationName }: GraphqlParts): string {
  const parts = [
    `"query":${JSON.stringify(query)}`,
    `"variables":${variables.trim() === '' ? '{}' : variables.trim()}`,
    ...(operationName === '' ? [] : [`"operationName":${JSON.stringify(operationName)}`]),
  ];
  return `{${parts.join(',')}}`;
}

/** Refuses variables, resolved, that are no JSON object: the server would see another query than the person wrote. */
export function checkGraphqlVariables(variables: string): Result<null> {
  if (variables.trim() === '' || isJsonObject(variables)) return ok(null);
  return failed('request-invalid', { ...told('graphqlVariablesInvalid'), field: 'body' });
}

/** Refuses a query of several operations that does not say which of them is meant; the server would only say that it does not know. */
export function checkGraphqlOperation(query: string, operationName: string): Result<null> {
  if (operationName !== '') return ok(null);
  const { count, names } = graphqlOperations(query);
  if (count < 2) return ok(null);
  const listed = names.slice(0, 10).join(', ').slice(0, 300);
  const details = told('graphqlOperationMissing', { count, names: listed });
  return failed('request-invalid', { ...details, field: 'body' });
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
