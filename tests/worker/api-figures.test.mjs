/*
 * The rows that lists read, by D1's own account, with a hundred thousand open postings. docs/decisions has the
 * figures, also those with a million.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { seedPostings, startApi } from './support/api.mjs';

const POSTINGS = 100_000;
const PAGE = 30;

let api;

before(async () => {
  api = await startApi();
  await seedPostings(api.db, POSTINGS);
});
after(() => api.close());

/** The most rows of any read but a part of the sitemap: wasm/api/search/row_budget.h. */
const MOST_ROWS = 500;

const list = (query) => api.call(`/api/v3/jobs?limit=${PAGE}${query}`);

const FILTERS = [
  '',
  '&category=3',
  '&category=3,4,5',
  '&source=lever',
  '&source=lever&category=2',
  '&remote=US',
  '&remote=US&category=2&source=lever',
  '&company=Company%207',
  '&company=b7&category=8',
  '&company=b7&remote=US',
  '&salaryMin=85000',
  '&postedWithin=7',
  '&postedWithin=60',
  '&postedWithin=30&salaryMin=65000&category=1&source=greenhouse&remote=WORLD',
  '&livesIn=US',
  '&livesIn=US&category=3',
  '&livesIn=US&company=b7',
  '&livesIn=US&placeUnknown=include&openedSince=2020-01-01',
  '&salaryMin=50001&currency=EUR',
  '&openedSince=2020-01-01',
  '&status=all',
  '&status=all&category=1',
  '&sortBy=oldest',
  '&sortBy=oldest&category=3',
];

describe('a page reads a few rows a posting, however deep, and what it takes to count them', () => {
  for (const filter of FILTERS) {
    test(filter || 'everything', async () => {
      let cursor = '';
      for (let depth = 0; depth < 3; depth++) {
        const { body, rowsRead, statements } = await list(filter + cursor);
        assert.equal(body.data.jobs.length, PAGE);
        assert.ok(rowsRead <= MOST_ROWS, `${rowsRead} rows at depth ${depth}`);
        assert.ok(statements <= 3);
        cursor = `&cursor=${encodeURIComponent(body.data.nextCursor)}`;
      }
    });
  }

  for (const [sort, most] of Object.entries({ 'recently-added': 200, salary: 250, 'title-asc': MOST_ROWS, 'title-desc': MOST_ROWS })) {
    test(`everything by ${sort}`, async () => {
      const { body, rowsRead } = await list(`&sortBy=${sort}`);
      assert.equal(body.data.jobs.length, PAGE);
      assert.ok(rowsRead <= most, `${rowsRead} rows`);
    });
  }

  test('far down', async () => {
    const first = await api.db.prepare('SELECT list_key FROM jobs WHERE id = 50000').first('list_key');
    const { rowsRead, body } = await list(`&cursor=n${first}`);
    assert.equal(body.data.jobs.length, PAGE);
    assert.ok(Math.abs(body.data.jobs[0].id - 50_000) < 50, 'keys are beyond the whole numbers of JavaScript');
    assert.ok(rowsRead <= 200, `${rowsRead} rows`);
  });
});

describe('totals are those of the table', () => {
  const exact = {
    '': '1',
    '&category=3': 'category_id = 3',
    '&source=lever&category=2': "source_name = 'lever' AND category_id = 2",
    '&remote=US&category=2': "remote_scope = '[\"US\"]' AND category_id = 2",
    '&remote=WORLD': "remote_scope = '[\"WORLD\"]'",
  };
  for (const [filter, condition] of Object.entries(exact)) {
    test(filter || 'everything', async () => {
      const { body } = await list(filter);
      const total = await api.db.prepare(`SELECT count(*) AS n FROM jobs WHERE ${condition}`).first('n');
      assert.equal(body.data.total, total);
      assert.equal(body.meta.totalIsExact, true);
    });
  }

  for (const filter of ['&postedWithin=7', '&salaryMin=85000', '&company=b7', '&remote=US,WORLD']) {
    test(`at least three hundred, for ${filter}`, async () => {
      const { body } = await list(filter);
      assert.deepEqual([body.data.total, body.meta.totalIsExact], [300, false]);
    });
  }
});

describe('a search for what many match stays within what a read may take', () => {
  for (const search of ['engineer', 'eng', 'sql', 'engineer&sortBy=newest', 'engineer&category=3', 'engineer%20sql', '"an%20engineer"']) {
    test(search, async () => {
      const { body, rowsRead, statements } = await list(`&search=${search}`);
      assert.equal(body.data.jobs.length, PAGE);
      assert.ok(rowsRead <= MOST_ROWS, `${rowsRead} rows`);
      assert.ok(statements <= 3);
    });
  }

  for (const search of ['enginere', 'enginere&sortBy=newest', 'enginere%20konws', 'enginere&facets=true']) {
    test(`${search}, which is misspelt`, async () => {
      const { body, rowsRead, statements } = await list(`&search=${search}`);
      assert.match(body.meta.correctedSearch, /^engineer/);
      assert.equal(body.data.jobs.length, PAGE);
      assert.ok(rowsRead <= MOST_ROWS, `${rowsRead} rows`);
      assert.ok(statements <= 3, `${statements} statements`);
    });
  }
});

test('a list by relevance ends where offsets do', async () => {
  const before = await list('&search=engineer&offset=188');
  assert.equal(before.body.data.nextCursor, 'p218');
  for (const place of ['&cursor=p218', '&offset=218', '&offset=190']) {
    const { body, rowsRead } = await list(`&search=engineer${place}`);
    assert.equal(body.data.jobs.length, PAGE, place);
    assert.deepEqual([body.data.hasMore, body.data.nextCursor], [false, null], place);
    assert.ok(body.meta.endsAfter >= 220, place);
    assert.equal(body.meta.totalIsExact, false, place);
    assert.ok(rowsRead <= MOST_ROWS, `${rowsRead} rows at ${place}`);
  }
});

describe('the dearest reads stay within what a read may take', () => {
  const most = [
    'limit=100&offset=78',
    'limit=100&offset=78&facets=true',
    'limit=100&offset=78&company=b7&facets=true',
    'limit=100&offset=78&livesIn=DE&company=b7&facets=true',
    'limit=100&offset=78&livesIn=DE&facets=true&sortBy=title-asc',
    'limit=100&offset=78&livesIn=DE&search=engineer&facets=true',
    'limit=100&offset=78&worldwide=true',
    'limit=100&offset=78&worldwide=true&facets=true',
    'limit=100&offset=78&search=engineer',
    'limit=100&offset=78&search=engineer&facets=true',
    'limit=30&offset=218&search=engineer%20sql&sortBy=oldest',
    'limit=100&category=3&sortBy=title-asc&facets=true',
    'limit=100&company=b7&sortBy=salary&facets=true',
    'limit=100&salaryMin=80001&search=engineer&facets=true',
    'limit=100&search=enginere%20konws%20snce&facets=true',
    'limit=100&search=enginere&sortBy=title-asc',
    'limit=100&search=777&facets=true',
    'search=zookeeper',
    'limit=100&search=front%20end%20dev%20ops%20engineers%20golang%20k8s%20usa&facets=true',
    'limit=100&search=engineers%20usa&facets=true&livesIn=US',
    'search=engineer&category=3&company=b7&livesIn=DE&salaryMin=1&postedWithin=60&facets=true',
    'search=engineers%20zookeeper&category=3&company=b7&livesIn=DE&level=senior&employmentType=contract&hours=2&salaryMin=1&postedWithin=60&facets=true',
    'search=pro',
    'limit=100&sortBy=salary&offset=78',
    'limit=100&sortBy=recently-added&offset=78&facets=true',
  ];
  for (const query of most) {
    test(query, async (t) => {
      const { status, rowsRead } = await api.call(`/api/v3/jobs?${query}`);
      t.diagnostic(`${rowsRead} rows`);
      assert.equal(status, 200);
      assert.ok(rowsRead <= MOST_ROWS, `${rowsRead} rows`);
    });
  }
});

test('facets are those that are kept, or of the newest', async () => {
  for (const filter of ['', '&category=3', '&search=engineer', '&remote=US']) {
    const { body, rowsRead } = await list(`${filter}&facets=true`);
    assert.ok(Object.keys(body.data.facets.source).length > 0);
    assert.ok(rowsRead <= MOST_ROWS, `${rowsRead} rows for ${filter}`);
  }
});

test('an order that no index has for a filter is that of the newest ninety, and says so', async () => {
  const { body, rowsRead } = await list('&category=3&sortBy=salary');
  assert.equal(body.meta.sortedAmongNewest, 90);
  assert.ok(rowsRead <= MOST_ROWS, `${rowsRead} rows`);
});

test('two hundred postings by their ids read two rows each, one for the list', async () => {
  const ids = Array.from({ length: 200 }, (_, i) => POSTINGS - 400 * i);
  const { body, rowsRead } = await api.call(`/api/v3/jobs?ids=${ids.join()}`);
  assert.deepEqual(body.data.jobs.map(({ id }) => id), ids);
  assert.equal(rowsRead, 2 * ids.length);
});

test('companies are suggested by a stretch of the index, and two rows a name', async () => {
  for (const q of ['company', 'company 7', 'cmopany', 'c', 'nobody']) {
    const { body, rowsRead, statements } = await api.call(`/api/v3/companies/suggest?q=${q}`);
    assert.equal(body.data.companies.length, { 'company 7': 1, nobody: 0 }[q] ?? 10, q);
    assert.ok(rowsRead <= 130, `${rowsRead} rows for ${q}`);
    assert.ok(statements <= 2);
  }
});

test('changes read three rows an entry', async () => {
  const { body, rowsRead } = await api.call(`/api/v3/jobs/changes?since=1000&limit=${PAGE}`);
  assert.equal(body.data.changes.length, PAGE);
  assert.ok(rowsRead <= 3 * PAGE + 5, `${rowsRead} rows`);
});

test('the overview, categories, a posting, companies and logs read no more for many postings', async () => {
  const paths = ['/stats', '/health', '/categories', '/jobs/77777', '/companies', '/candidates', '/logs', '/job-content?url=https://example.com/5&company=x'];
  for (const path of paths) {
    const { status, rowsRead, statements } = await api.call(`/api/v3${path}`);
    assert.equal(status, 200, path);
    assert.ok(rowsRead <= (path === '/candidates' ? 300 : 100), `${path}: ${rowsRead} rows`);
    // A posting comes with its text, the copies of its role and when its source last had it.
    assert.ok(statements <= (path === '/stats' ? 5 : 4), `${path}: ${statements} statements`);
  }
});

test('the index of the sitemap reads a few rows a part', async () => {
  const { body, rowsRead } = await api.call('/sitemap.xml');
  const parts = body.match(/<loc>/g).length;
  assert.equal(parts, POSTINGS / 10_000);
  assert.ok(rowsRead <= 5 * parts, `${rowsRead} rows`);
});

describe('a salary beyond those the index knows is looked for among the newest', () => {
  before(() => api.db.prepare('UPDATE jobs SET salary_usd_year = 2000000 WHERE id <= 5000').run());

  for (const filter of ['', '&sortBy=oldest', '&sortBy=salary', '&search=engineer', '&search=engineer&sortBy=newest', '&category=3']) {
    test(filter || 'everything', async () => {
      const none = await list(`&salaryMin=100000000${filter}`);
      assert.deepEqual([none.body.data.jobs.length, none.body.data.hasMore], [0, false]);
      assert.ok(none.rowsRead <= MOST_ROWS, `${none.rowsRead} rows`);
      const some = await list(`&salaryMin=1500000${filter}`);
      assert.equal(some.body.data.jobs.length, PAGE);
      assert.ok(some.rowsRead <= MOST_ROWS, `${some.rowsRead} rows`);
    });
  }
});

describe('runs are looked for among a hundred and forty a page, however long the history', () => {
  before(async () => {
    const sql = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
      INSERT INTO sync_history (id, sync_type, source, company, status, started_at)
      SELECT printf('%012x', i), 'ats', 'lever', 'b' || (i % 50), iif(i % 5, 'success', 'failed'), i FROM n`;
    await api.db.prepare(sql).run();
  });

  const most = {
    '': 100,
    '?limit=100&source=lever': 260,
    '?errors=true': 120,
    '?company=b7': 500,
    '?status=running': 500,
    '?company=nobody': 500,
    '?company=nobody&errors=true': 500,
    '?offset=140': 500,
  };
  for (const [query, rows] of Object.entries(most)) {
    test(query || 'everything', async () => {
      const { status, body, rowsRead } = await api.call(`/api/v3/logs${query}`);
      assert.equal(status, 200);
      assert.ok(rowsRead <= rows, `${rowsRead} rows`);
      assert.equal(body.meta.hasMore, true);
    });
  }
});

describe('with ten thousand companies and as many candidates', () => {
  before(async () => {
    const many = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)';
    await api.db.batch([
      api.db.prepare(
        `${many} INSERT INTO discovered_companies (source, slug, failures) SELECT iif(i % 2, 'lever', 'greenhouse'), 'board-' || i, i % 10 = 0 FROM n`,
      ),
      api.db.prepare(`${many} INSERT INTO potential_companies (slug) SELECT 'candidate-' || i FROM n`),
    ]);
  });

  test('the dashboard’s figures read no more than with none', async () => {
    const { body, rowsRead } = await api.call('/api/v3/stats');
    assert.equal(body.stats.totalDiscoveredCompanies, 10_000);
    assert.ok(body.stats.pendingCompanies >= 10_000);
    // With the counts of two sources in sixteen categories.
    assert.ok(rowsRead <= 100 + 2 * 16, `${rowsRead} rows`);
  });

  for (const [filter, total] of Object.entries({ '': 10_000, '&source=lever': 5_000, '&source=greenhouse': 5_000 })) {
    test(`a page of companies reads what it shows: ${filter || 'of all'}`, async () => {
      for (const place of ['', '&cursor=greenhouse/board-9990', '&cursor=lever/board-9991']) {
        const { body, rowsRead } = await api.call(`/api/v3/companies?limit=${PAGE}${filter}${place}`);
        assert.equal(body.data.total, total);
        assert.ok(rowsRead <= 2 * PAGE, `${rowsRead} rows at ${place}`);
      }
    });
  }

  test('whatever is asked of companies and candidates reads five hundred rows at most', async () => {
    await api.db.prepare("UPDATE discovered_companies SET status = 'gone' WHERE failures > 0").run();
    for (const query of ['companies?status=paused', 'companies?status=empty', 'companies?failing=true&status=active', 'companies?attention=true&limit=100', 'companies?company=board-1&limit=100', 'companies?offset=150', 'candidates?status=rejected', 'candidates?status=discovered', 'candidates?attention=true']) {
      const { status, rowsRead } = await api.call(`/api/v3/${query}`);
      assert.equal(status, 200);
      assert.ok(rowsRead <= 500, `${query}: ${rowsRead} rows`);
    }
    await api.db.prepare("UPDATE discovered_companies SET status = 'active' WHERE failures > 0").run();
  });

  test('those that fail are counted without a look at all', async () => {
    const totalOf = async (filter) => (await api.call(`/api/v3/companies?limit=1${filter}`)).body.data.total;
    assert.equal(await totalOf('&failing=true'), 1_000);
    assert.equal(await totalOf('&failing=true&source=greenhouse&status=active'), 1_000);
    assert.equal(await totalOf('&failing=true&status=paused'), 0);
  });
});
