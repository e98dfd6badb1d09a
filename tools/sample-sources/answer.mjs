/**
 * Requests to a sample source and its answers.
 *
 * @typedef {object} Question
 * @property {string} path without the source's prefix
 * @property {URLSearchParams} query
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {string} address the requester's
 * @property {number} step
 *
 * @typedef {{ status: number, headers: Record<string, string>, body: string | Buffer }} Answer
 */
import { createHash } from 'node:crypto';

/** @returns {Answer} */
export const answer = (status, type, body, headers = {}) => ({
  status,
  headers: { 'content-type': type, ...headers },
  body,
});

/** @returns {Answer} the same with a weak ETag, or 304 where the requester has it already */
export function conditional(question, { status, headers, body }) {
  const etag = `W/"${createHash('md5').update(body).digest('hex')}"`;
  const { 'content-type': type, ...rest } = headers;
  const known = (question.headers['if-none-match'] ?? '').split(',').some((tag) => weak(tag) === weak(etag));
  return known
    ? { status: 304, headers: { ...rest, etag }, body: '' }
    : { status, headers: { ...headers, etag }, body };
}

const weak = (tag) => tag.trim().replace(/^W\//, '');

/** @returns {number | undefined} a whole number at least `min`, where the parameter holds one */
export function wholeNumber(text, min = 0) {
  const number = /^\d{1,9}$/.test(text ?? '') ? Number(text) : undefined;
  return number >= min ? number : undefined;
}

/** Lower-case words joined by hyphens, as in a URL. */
export const slugify = (text) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
