/*
 * npm run exchange-rates -- FILE: renews the rates by which pay is compared, in
 * wasm/normalize/pay/exchange_rates_table.h, from a file of units per dollar.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetUpError, isMain, projectRoot, runProgram } from './setup/processes.mjs';

const USAGE = `npm run exchange-rates -- FILE

  FILE   {"date": "2026-09-29", "usd": {"eur": 0.88, …}}, as v1/currencies/usd.json of the npm package
         @fawazahmed0/currency-api
`;

const TABLE = join(projectRoot, 'wasm/normalize/pay/exchange_rates_table.h');
const ROW = /\{"([A-Z]{3})", ([\d.]+)\}/g;

/**
 * The table with other rates of the same currencies and their date. A rate that is missing, or ten times as
 * high as before, is rather a slip than the market.
 * @param {string} table
 * @param {{ date: string, usd: Record<string, number> }} rates
 * @returns {string}
 */
export function renewed(table, { date, usd }) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new SetUpError('The file has no date.');
  const rows = table.replaceAll(ROW, (_, code, known) => {
    const rate = usd?.[code.toLowerCase()];
    if (!(rate > 0)) throw new SetUpError(`The file has no rate of ${code}.`);
    if (Math.abs(Math.log10(rate / known)) >= 1) throw new SetUpError(`${code} was ${known} and is ${rate}: look at it, and enter it by hand.`);
    return `{"${code}", ${Number(rate.toPrecision(5))}}`;
  });
  return rows.replace(/(kExchangeRatesDate = )"[^"]*"/, `$1"${date}"`);
}

function readRates(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SetUpError(`${file} cannot be read: ${error.message}`);
  }
}

function main([file, ...rest]) {
  if (file === '--help') return void process.stdout.write(USAGE);
  if (!file || rest.length > 0) throw new SetUpError(USAGE);
  const rates = readRates(file);
  writeFileSync(TABLE, renewed(readFileSync(TABLE, 'utf8'), rates));
  console.log(`The exchange rates are those of ${rates.date}. Raise kDerivation, and all postings are derived anew.`);
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
