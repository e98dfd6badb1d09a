import './support/resolve.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { homeOf } = await import('../../web/src/lib/home.ts');

describe('where the reader may live', () => {
  for (const [zone, language, country] of [
    ['Europe/Berlin', 'en-US', 'DE'],
    ['America/Sao_Paulo', 'en-US', 'BR'],
    ['UTC', 'de-AT', 'AT'],
    ['UTC', 'de', undefined],
  ]) {
    test(`is ${country ?? 'unknown'} by ${zone} and ${language}`, () => assert.equal(homeOf(zone, language), country));
  }
});
