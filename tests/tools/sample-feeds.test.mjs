/** The sample feeds keep the shapes and quirks of the real ones. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { api, atStep, get, getJson, now, useSampleSources } from './support/sample-sources.mjs';

const remoteokTags =
  'dev engineer devops design marketing developer frontend backend fullstack product project data support'.split(' ');

useSampleSources();

describe('RemoteOK', () => {
  before(() => atStep(0));

  const feed = (query = '') => getJson(`${api.REMOTEOK_API}/api${query}`);

  test('the notice comes first, then at most 100 jobs, newest first', async () => {
    const [notice, ...jobs] = await feed();
    assert.deepEqual(Object.keys(notice), ['last_updated', 'legal']);
    assert.equal(jobs.length, 90);
    assert.ok(jobs.every(({ id }) => /^\d{7}$/.test(id)));
    const epochs = jobs.map(({ epoch }) => epoch);
    assert.deepEqual(
      epochs,
      epochs.toSorted((a, b) => b - a),
    );
    assert.ok(jobs.every(({ epoch, date }) => Date.parse(date) === epoch * 1000 && date.endsWith('+00:00')));
    atStep(200);
    assert.equal((await feed()).length, 1 + 100);
    atStep(0);
  });

  test('the bytes are escaped as PHP does it', async () => {
    const { body, headers } = await get(`${api.REMOTEOK_API}/api`);
    assert.ok(/^[\x00-\x7f]*$/.test(body) && !/[^\\]\//.test(body));
    assert.ok(body.includes('\\u00e2\\u0080\\u00a2') && body.includes('\\u2022'));
    assert.deepEqual([headers.get('etag'), headers.get('last-modified')], [null, null]);
  });

  test('most texts are UTF-8 read as Latin-1, titles never', async () => {
    const jobs = (await feed()).slice(1);
    const garbled = (text) => /[\u00c3-\u00e2][\u0080-\u00bf]/.test(text);
    const descriptions = jobs.filter(({ description }) => garbled(description)).length;
    assert.ok(descriptions > 30 && descriptions < 80, `${descriptions} descriptions`);
    assert.ok(jobs.some(({ company }) => garbled(company)) && jobs.some(({ location }) => garbled(location)));
    assert.ok(jobs.some(({ company }) => /[^\x00-\x7f]/.test(company) && !garbled(company)));
    assert.ok(!jobs.some(({ position }) => garbled(position)));
  });

  test("every description ends with the requester's own address", async () => {
    const jobs = (await feed()).slice(1);
    const tail = /Please mention the word \*\*[A-Z]+\*\* and tag R(\S+) when applying/;
    const told = jobs.map(({ description }) => Buffer.from(tail.exec(description)[1], 'base64').toString());
    assert.deepEqual([...new Set(told)], ['127.0.0.1']);
  });

  test('plain fields hold entities, stray ends, zeros and gaps', async () => {
    const jobs = (await feed()).slice(1);
    const some = (check) => assert.ok(jobs.some(check), String(check));
    some(({ company }) => company.includes('&amp;'));
    some(({ position }) => position.includes('&amp;'));
    some(({ company }) => company.endsWith(' '));
    some(({ description }) => description.includes('\\n'));
    some(({ location }) => location === '');
    some(({ location }) => location.endsWith(', '));
    some((job) => job.salary_min > 0 && job.salary_max > job.salary_min);
    const zeros = jobs.filter((job) => job.salary_min === 0 && job.salary_max === 0).length;
    assert.ok(zeros > jobs.length * 0.7);
  });

  test('each of the thirteen tags has jobs, an unknown one has the notice only', async () => {
    for (const tag of remoteokTags) {
      const jobs = (await feed(`?tag=${tag}`)).slice(1);
      assert.ok(jobs.length > 0 && jobs.every(({ tags }) => tags.includes(tag)), tag);
    }
    assert.equal((await feed('?tag=no-such-tag')).length, 1);
  });

  test('now and then the tag is ignored', async () => {
    atStep(6);
    const jobs = (await feed('?tag=devops')).slice(1);
    assert.ok(jobs.length >= 90 && !jobs.every(({ tags }) => tags.includes('devops')));
    atStep(0);
  });
});

describe('Himalayas', () => {
  before(() => atStep(0));

  const browse = (query = '') => getJson(`${api.HIMALAYAS_API}/jobs/api${query}`);

  async function walk(next) {
    const pages = [await browse()];
    for (let query = next(pages[0], 1); query; query = next(pages.at(-1), pages.length)) {
      pages.push(await browse(query));
      assert.ok(pages.length <= 20, 'the walk does not end');
    }
    return pages.flatMap(({ jobs }) => jobs);
  }

  test('cursors lead through all jobs once, newest first; offsets do the same', async () => {
    const byCursor = await walk(({ nextCursor }) => nextCursor && `?cursor=${encodeURIComponent(nextCursor)}`);
    const byOffset = await walk(({ jobs }, pages) => jobs.length === 20 && `?offset=${pages * 20}&limit=20`);
    assert.equal(byCursor.length, 120);
    assert.equal(new Set(byCursor.map(({ guid }) => guid)).size, 120);
    assert.deepEqual(byOffset, byCursor);
    const dates = byCursor.map(({ pubDate }) => pubDate);
    assert.deepEqual(
      dates,
      dates.toSorted((a, b) => b - a),
    );
  });

  test('a page holds 20 at most, fewer when asked', async () => {
    assert.deepEqual(Object.keys(await browse()), [
      'comments',
      'updatedAt',
      'offset',
      'limit',
      'totalCount',
      'nextCursor',
      'jobs',
    ]);
    const [wide, narrow] = [await browse('?limit=100'), await browse('?limit=3')];
    assert.deepEqual([wide.limit, wide.jobs.length, narrow.jobs.length], [20, 20, 3]);
    assert.equal(wide.updatedAt, wide.jobs[0].pubDate);
    assert.match(Buffer.from(wide.nextCursor, 'base64').toString(), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z\|\d+$/);
  });

  test('fields are as odd as the real ones', async () => {
    const jobs = await walk(({ nextCursor }) => nextCursor && `?cursor=${nextCursor}`);
    const some = (check) => assert.ok(jobs.some(check), String(check));
    some((job) => job.companyName === 'name' && job.companyLogo === 'thumbnail_url' && job.companySlug !== 'name');
    some(({ locationRestrictions }) => locationRestrictions.length === 0);
    some(({ locationRestrictions }) => locationRestrictions.includes('Congo, The Democratic Republic of the'));
    some(({ timezoneRestrictions }) => timezoneRestrictions.includes(5.5));
    some((job) => job.minSalary === null && job.salaryPeriod === 'annual' && job.currency === 'USD');
    some(({ salaryPeriod }) => salaryPeriod === 'hourly');
    some(({ salaryPeriod }) => salaryPeriod === 'monthly');
    assert.ok(jobs.every((job) => job.guid === job.applicationLink && job.title.length <= 80));
    assert.ok(jobs.every((job) => job.expiryDate - job.pubDate === 60 * 86_400 && job.expiryDate * 1000 > now));
    assert.ok(
      jobs.every(({ description }) => description.includes('Originally posted on <a href="https://himalayas.app">')),
    );
  });

  test('errors and caching', async () => {
    const bad = await get(`${api.HIMALAYAS_API}/jobs/api?cursor=bm9wZQ`);
    assert.deepEqual([bad.status, bad.body], [400, '{"ok":false,"errors":"Invalid cursor."}']);
    const { headers } = await get(`${api.HIMALAYAS_API}/jobs/api`);
    assert.equal(headers.get('cache-control'), 's-maxage=7200');
    assert.equal(headers.get('etag'), null);
    const modified = headers.get('last-modified');
    assert.equal((await get(`${api.HIMALAYAS_API}/jobs/api`, { 'if-modified-since': modified })).status, 200);
  });
});

describe('Jobicy', () => {
  before(() => atStep(0));

  const url = (query) => `${api.JOBICY_API}/api/v2/remote-jobs${query}`;

  test('the newest postings, newest first, with entities in plain fields', async () => {
    const { jobs, jobCount } = await getJson(url('?count=100'));
    assert.deepEqual([jobs.length, jobCount], [90, 90]);
    assert.equal((await getJson(url('?count=3'))).jobs.length, 3);
    assert.ok(jobs.some(({ jobGeo }) => jobGeo === 'Anywhere'));
    assert.ok(jobs.some(({ jobGeo }) => jobGeo.includes(',  ')));
    assert.ok(jobs.some(({ companyName }) => companyName.includes('&amp;')));
    assert.ok(jobs.some(({ pubDate }) => !pubDate.includes('T')));
    assert.ok(jobs.some(({ salaryMin }) => salaryMin === undefined));
  });

  test('other parameters are refused', async () => {
    assert.equal((await get(url('?limit=3'))).status, 400);
  });
});
