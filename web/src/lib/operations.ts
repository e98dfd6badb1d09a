/* The API's own description (https://spec.openapis.org/oas/v3.1.0), as far as a page shows it. */

interface Parameter {
  name: string;
  description?: string;
}

interface DescribedOperation {
  summary: string;
  parameters?: (Parameter | { $ref: string })[];
  security?: unknown[];
}

export interface ApiDescription {
  paths: Record<string, Record<string, DescribedOperation | Parameter[]>>;
  components: { parameters: Record<string, Parameter> };
}

/** An operation of the API, and the parameters it takes. */
export interface Operation {
  method: string;
  path: string;
  summary: string;
  parameters: { name: string; description: string }[];
  needsToken: boolean;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The operations that a description lists, in its order. */
export function operationsOf({ paths, components }: ApiDescription): Operation[] {
  const parameterOf = (parameter: Parameter | { $ref: string }): Parameter | undefined =>
    '$ref' in parameter ? components.parameters[parameter.$ref.split('/').at(-1)!] : parameter;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => {
        const { summary, parameters = [], security = [] } = operation as DescribedOperation;
        const known = parameters.map(parameterOf).filter((parameter) => parameter !== undefined);
        return {
          ...{ method: method.toUpperCase(), path, summary, needsToken: security.length > 0 },
          parameters: known.map(({ name, description = '' }) => ({ name, description })),
        };
      }),
  );
}
