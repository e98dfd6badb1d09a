/* An OpenAPI document to test a running API against: its operations, and answers checked by its schemas. */
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/**
 * @typedef {object} Operation
 * @property {string} method in lower case
 * @property {string} path with braces
 * @property {{name: string, in: string, required?: boolean, schema: object}[]} parameters
 * @property {Record<string, object>} responses by status
 * @property {RegExp} pattern of the paths it answers
 */

/** @param {any} document */
export function readDocument(document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(closed(document), 'api');
  const resolve = (node) => (node.$ref ? at(document, node.$ref) : node);

  /** @type {Operation[]} */
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters = [], responses }]) => ({
      method,
      path,
      parameters: parameters.map(resolve),
      responses: Object.fromEntries(Object.entries(responses).map(([status, node]) => [status, resolve(node)])),
      pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    })),
  );

  /** A fixed path comes before one with braces. @returns {Operation} */
  const operationOf = (method, path) => {
    const [plain] = path.split('?');
    const fits = (operation) => operation.method === method && operation.pattern.test(plain);
    return operations.find((operation) => fits(operation) && operation.path === plain) ?? operations.find(fits);
  };

  return {
    document,
    operations,
    operationOf,

    /** @returns {boolean} whether a value, as text of a query, is one that the schema allows */
    allows(schema, text) {
      const value = { integer: Number(text) }[schema.type] ?? text;
      if (schema.type === 'integer' && !/^-?\d+$/.test(text)) return false;
      return ajv.validate({ ...schema, $ref: schema.$ref && `api${schema.$ref}` }, value);
    },

    /** Fails where status, type or body of an answer is not as documented. */
    check(method, path, { status, headers, body }) {
      const operation = operationOf(method, path);
      const response = operation.responses[status];
      assert.ok(response, `${method} ${path}: ${status} is not documented: ${JSON.stringify(body)}`);
      if (!response.content) return assert.equal(body, '');
      const [type] = (headers.get('content-type') ?? '').split(';');
      assert.ok(response.content[type], `${method} ${path}: ${status} as ${type} is not documented`);
      const isShared = document.paths[operation.path][method].responses[status].$ref;
      const pointer = isShared ?? `#/paths/${escape(operation.path)}/${method}/responses/${status}`;
      const validate = ajv.getSchema(`api${pointer}/content/${escape(type)}/schema`);
      assert.ok(validate(body), `${method} ${path}: ${status}: ${ajv.errorsText(validate.errors)}`);
    },
  };
}

const escape = (name) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));

const at = (document, reference) =>
  reference
    .slice(2)
    .split('/')
    .reduce((node, name) => node[name.replaceAll('~1', '/').replaceAll('~0', '~')], document);

/**
 * The document with every object closed to properties it does not name. What other schemas build upon
 * stays open there, and is closed where it is used.
 */
function closed(node, isPart = false) {
  if (Array.isArray(node)) return node.map((item) => closed(item));
  if (node === null || typeof node !== 'object') return node;
  if (node.$ref?.startsWith('#/components/schemas/')) {
    return isPart ? node : { allOf: [node], unevaluatedProperties: false };
  }
  const entries = Object.entries(node).map(([name, value]) => {
    if (name === 'allOf') return [name, value.map((part) => closed(part, true))];
    if (name === 'schemas') {
      return [name, Object.fromEntries(Object.entries(value).map(([key, schema]) => [key, closed(schema, true)]))];
    }
    return [name, closed(value)];
  });
  const isClosed = !isPart && (node.allOf || (node.type === 'object' && node.properties));
  return { ...Object.fromEntries(entries), ...(isClosed && { unevaluatedProperties: false }) };
}
