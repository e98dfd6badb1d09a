/** The sample sources keep the shapes and quirks of the real APIs, and change as promised. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { families } from '../../tools/sample-sources/roles.mjs';
import { candidates, companies, startSampleSources, vars } from '../../tools/sample-sources/server.mjs';
import { createWorld } from '../../tools/sample-sources/world.mjs';

const start = Date.parse('2026-03-20T15:00:00Z');
const changeEveryMs = 20_000;
const remoteokTags =
  'dev engineer devops design marketing developer frontend backend fullstack product project data support'.split(' ');

let now = start;
let server;
let api;

before(async () => {
  server = await startSampleSources({ now: () => now, changeEveryMs });
  api = vars(server.url);
});
after(() => server.close());

const atStep = (step) => (now = start + step * changeEveryMs);
const get = async (url, headers = {}) => {
  const response = await fetch(url, { headers });
  return { status: response.status, headers: response.headers, body: await response.text() };
};
const getJson = async (url) => JSON.parse((await get(url)).body);
const boardUrl = (slug) => `${api.GREENHOUSE_API}/v1/boards/${slug}/jobs?content=true`;
const ashbyUrl = (name) => `${api.ASHBY_API}/posting-api/job-board/${name}`;
const recruiteeUrl = (slug) => `${api.RECRUITEE_API.replace('{slug}', slug)}/api/offers/`;
const workableUrl = (slug) => `${api.WORKABLE_API}/api/v1/widget/accounts/${slug}`;
const siteUrl = (slug, query = '') => `${api.LEVER_API}/v0/postings/${slug}?mode=json${query}`;
const listingUrls = () => [
  ...companies.greenhouse.map(({ slug }) => boardUrl(slug)),
  ...companies.lever.map(({ slug }) => siteUrl(slug)),
];

function countBy(list, keyOf) {
  return list.reduce((counts, one) => counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1), new Map());
}

describe('Greenhouse', () => {
  before(() => atStep(0));

  const allJobs = async () => {
    const live = companies.greenhouse.filter(({ slug }) => slug !== 'emberquay');
    return (await Promise.all(live.map(({ slug }) => getJson(boardUrl(slug))))).flatMap(({ jobs }) => jobs);
  };

  test('a board is one whole listing, alphabetical, with its total', async () => {
    const { jobs, meta } = await getJson(boardUrl('brindlecove'));
    assert.equal(jobs.length, 60);
    assert.deepEqual(meta, { total: 60 });
    const titles = jobs.map(({ title }) => title.trim());
    assert.deepEqual(
      titles,
      titles.toSorted((a, b) => a.localeCompare(b, 'en')),
    );
    assert.ok(jobs.every(({ company_name: name }) => name === 'Brindlecove'));
  });

  test('content is escaped once, over the entities of the HTML itself', async () => {
    const contents = (await allJobs()).map(({ content }) => content);
    assert.ok(contents.every((content) => content.startsWith('&lt;') && !/[<>"]/.test(content)));
    assert.ok(contents.some((content) => content.includes('&amp;nbsp;')));
    assert.ok(contents.some((content) => content.includes('&amp;amp;')));
    assert.ok(contents.some((content) => content.includes('&lt;script&gt;')));
  });

  test('markup comes in many habits', async () => {
    const all = (await allJobs()).map(({ content }) => content).join('');
    const habits = [
      '&lt;ul&gt;',
      '&lt;p&gt;•',
      '&lt;p&gt;- ',
      '&lt;br&gt;&lt;br&gt;',
      '&lt;div&gt;&lt;div&gt;',
      '&lt;table',
    ];
    assert.deepEqual(
      habits.filter((habit) => !all.includes(habit)),
      [],
    );
  });

  test('the JSON escapes &, < and > and leaves other characters alone', async () => {
    const { body } = await get(boardUrl('brindlecove'));
    assert.ok(body.includes('\\u0026lt;p\\u0026gt;') && !/[&<>]/.test(body));
    assert.match(body, /[\u{1F300}-\u{1FAFF}]/u);
  });

  test('times carry the offset of New York, ids exceed 32 bits, titles and places have stray spaces', async () => {
    const jobs = await allJobs();
    const times = jobs.flatMap((job) => [job.updated_at, job.first_published]);
    assert.ok(times.every((time) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[45]:00$/.test(time)));
    assert.deepEqual([...new Set(times.map((time) => time.slice(-6)))].toSorted(), ['-04:00', '-05:00']);
    assert.ok(times.every((time) => Date.parse(time) <= now));
    assert.ok(jobs.every(({ id }) => Number.isSafeInteger(id)) && jobs.some(({ id }) => id > 2 ** 32));
    assert.equal(new Set(jobs.map(({ id }) => id)).size, jobs.length);
    assert.ok(jobs.some(({ title }) => title !== title.trim()));
    assert.ok(jobs.some(({ location }) => location.name !== location.name.trim()));
  });

  test('remote is said in the location, in metadata of either name, or by an office', async () => {
    const jobs = await allJobs();
    const says = (name) =>
      jobs.filter(({ metadata }) => metadata?.some((one) => one.name === name && one.value === 'Remote'));
    assert.ok(says('Workplace Type').some(({ location }) => !/remote|anywhere/i.test(location.name)));
    assert.ok(says('Location Type').length > 0);
    assert.ok(jobs.some(({ offices }) => offices.some(({ name }) => name === 'Remote')));
    assert.ok(jobs.some(({ metadata, location }) => metadata === null && /remote/i.test(location.name)));
    const types = jobs.flatMap(({ metadata }) => metadata ?? []).map((one) => one.value_type);
    assert.deepEqual(new Set(types), new Set(['yes_no', 'single_select', 'multi_select', 'short_text']));
  });

  test('without content=true the texts, departments and offices are missing', async () => {
    const { jobs } = await getJson(`${api.GREENHOUSE_API}/v1/boards/brindlecove/jobs`);
    assert.ok(jobs.every((job) => !('content' in job) && !('departments' in job) && !('offices' in job)));
  });

  test('tokens are case-insensitive; board and job can be asked for alone', async () => {
    const { jobs } = await getJson(boardUrl('BrindleCove'));
    assert.deepEqual(await getJson(`${api.GREENHOUSE_API}/v1/boards/brindlecove/jobs/${jobs[3].id}`), jobs[3]);
    assert.equal((await getJson(`${api.GREENHOUSE_API}/v1/boards/brindlecove`)).name, 'Brindlecove');
  });

  test('errors are the real bodies', async () => {
    const jobNotFound = '{"status":404,"error":"Job not found"}';
    const answers = await Promise.all(
      ['emberquay/jobs', 'brindlecove/jobs/1', 'emberquay'].map((path) =>
        get(`${api.GREENHOUSE_API}/v1/boards/${path}`),
      ),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      [404, 404, 404],
    );
    assert.deepEqual(
      answers.map(({ body }) => body),
      [jobNotFound, jobNotFound, '{"status":404,"error":"Job board not found"}'],
    );
  });

  test('headers are the real ones; the weak ETag brings 304, gzip comes when asked for', async () => {
    const first = await get(boardUrl('brindlecove'), { 'accept-encoding': 'identity' });
    assert.equal(first.headers.get('content-type'), 'application/json');
    assert.equal(first.headers.get('cache-control'), 'max-age=0, private, must-revalidate');
    assert.equal(first.headers.get('content-encoding'), null);
    const etag = first.headers.get('etag');
    assert.match(etag, /^W\/"[0-9a-f]{32}"$/);
    const second = await get(boardUrl('brindlecove'), { 'if-none-match': etag });
    assert.deepEqual([second.status, second.body, second.headers.get('etag')], [304, '', etag]);
    const other = await get(boardUrl('brindlecove'), { 'if-none-match': 'W/"0"', 'accept-encoding': 'gzip' });
    assert.equal(other.headers.get('content-encoding'), 'gzip');
    assert.equal(other.body, first.body);
  });
});

describe('Lever', () => {
  before(() => atStep(0));

  const allPostings = async () => (await Promise.all(companies.lever.map(({ slug }) => getJson(siteUrl(slug))))).flat();

  test('a site is a bare array of postings with the real fields', async () => {
    const postings = await allPostings();
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/;
    for (const posting of postings) {
      assert.match(posting.id, uuid);
      assert.match(posting.hostedUrl, new RegExp(`^https://jobs\\.lever\\.co/[\\w-]+/${posting.id}$`));
      assert.ok(posting.createdAt > 1e12 && posting.createdAt <= now);
      assert.ok(posting.categories.allLocations.includes(posting.categories.location));
      assert.ok(posting.lists.every(({ content }) => /^\n?<li>.*<\/li>$/s.test(content) && !content.includes('<ul')));
      assert.ok(posting.description.endsWith(posting.descriptionBody));
    }
    assert.equal(new Set(postings.map(({ id }) => id)).size, postings.length);
  });

  test('optional fields are sometimes missing, and values as varied as in life', async () => {
    const postings = await allPostings();
    for (const field of ['commitment', 'department', 'team']) {
      const present = countBy(postings, ({ categories }) => field in categories);
      assert.ok(present.get(true) > present.get(false) && present.get(false) > 0, field);
    }
    const types = countBy(postings, ({ workplaceType }) => workplaceType);
    assert.ok(['remote', 'hybrid', 'onsite'].every((type) => types.get(type) > 5));
    const ranges = postings.flatMap(({ salaryRange }) => salaryRange ?? []);
    assert.ok(ranges.some(({ min, max }) => min === 0 && max === 0) && ranges.some(({ min }) => min > 10_000));
    assert.ok(new Set(ranges.map(({ interval }) => interval)).has('per-hour-wage'));
    assert.ok(postings.some(({ opening }) => opening === '') && postings.some(({ opening }) => opening !== ''));
  });

  test('pages by skip and limit end and cover all', async () => {
    const all = await getJson(siteUrl('Wrenfold'));
    const paged = [];
    for (let page = [], skip = 0; skip === 0 || page.length === 15; skip += 15) {
      page = await getJson(siteUrl('Wrenfold', `&skip=${skip}&limit=15`));
      paged.push(...page);
    }
    assert.equal(all.length, 40);
    assert.deepEqual(paged, all);
    assert.deepEqual(await getJson(siteUrl('Wrenfold', '&skip=500&limit=15')), []);
  });

  test('site names are case-sensitive; an empty site is not an unknown one', async () => {
    const unknown = await get(siteUrl('wrenfold'));
    assert.deepEqual([unknown.status, unknown.body], [404, '{"ok":false,"error":"Document not found"}']);
    assert.equal(unknown.headers.get('content-type'), 'application/json; charset=utf-8');
    const empty = await get(siteUrl('foglantern'));
    assert.deepEqual([empty.status, empty.body], [200, '[]']);
  });

  test('one posting, other modes and 304', async () => {
    const [first] = await getJson(siteUrl('saltmarrow'));
    const plainUrl = `${api.LEVER_API}/v0/postings/saltmarrow`;
    assert.deepEqual(await getJson(`${plainUrl}/${first.id}`), first);
    assert.equal((await get(`${plainUrl}/no-such-posting`)).status, 404);
    assert.equal((await get(`${plainUrl}?mode=xml`)).status, 406);
    assert.match((await get(plainUrl, { accept: 'text/html' })).headers.get('content-type'), /^text\/html/);
    const { headers } = await get(siteUrl('saltmarrow'));
    assert.equal((await get(siteUrl('saltmarrow'), { 'if-none-match': headers.get('etag') })).status, 304);
  });
});

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

describe('Ashby', () => {
  before(() => atStep(0));

  const board = (name, query = '?includeCompensation=true') => getJson(ashbyUrl(name) + query);

  test('a board is one whole listing under a name with spaces, whose case counts', async () => {
    const { jobs, apiVersion } = await board('Tidewater%20Maps');
    assert.equal(jobs.length, 22);
    assert.equal(apiVersion, '1');
    for (const name of ['tidewater%20maps', 'nobody', '%E0%A4%A']) {
      const { status, headers, body } = await get(ashbyUrl(name));
      assert.deepEqual([status, headers.get('content-type'), body], [404, 'text/plain', 'Not Found']);
    }
  });

  test('fields are as odd as the real ones', async () => {
    const { jobs } = await board('Tidewater%20Maps');
    const some = (check) => assert.ok(jobs.some(check), String(check));
    some(({ workplaceType, isRemote }) => workplaceType === 'Hybrid' && isRemote === true);
    some(({ workplaceType, isRemote }) => !workplaceType && isRemote === null);
    some(({ isListed }) => !isListed);
    some(({ compensation }) => compensation?.compensationTiers.length === 2);
    some(({ compensation }) => compensation?.compensationTiers[0]?.components.length === 2);
    some(({ shouldDisplayCompensationOnJobPostings: shown, compensation }) => !shown && compensation === undefined);
    assert.equal(new Set(jobs.map(({ id }) => id)).size, 22);
  });

  test('pay is told when asked for', async () => {
    const { jobs } = await board('Tidewater%20Maps', '');
    assert.ok(jobs.every((job) => !('compensation' in job)));
  });
});

describe('Recruitee', () => {
  before(() => atStep(0));

  test('a company is one whole listing of its own address', async () => {
    const { offers } = await getJson(recruiteeUrl('kitewright'));
    assert.equal(offers.length, 14);
    assert.ok(offers.every(({ remote, hybrid, on_site: onSite }) => Number(remote) + Number(hybrid) + Number(onSite) === 1));
    assert.ok(offers.every((offer) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/.test(offer.published_at)));
    const some = (check) => assert.ok(offers.some(check), String(check));
    some(({ salary }) => salary.min === null && salary.currency);
    some(({ salary }) => typeof salary.min === 'string');
    some(({ careers_url: url }) => !url.includes('recruitee.com'));
    some(({ location, locations }) => location === 'Remote job' && locations.length > 1);
    const unknown = await get(recruiteeUrl('nobody'));
    assert.deepEqual([unknown.status, unknown.body], [404, '{"error":"Not Found"}']);
  });
});

describe('Workable', () => {
  before(() => atStep(0));

  test('a posting for two countries is listed twice under one code', async () => {
    const { name, jobs } = await getJson(`${workableUrl('lantern-loom')}?details=true`);
    assert.equal(name, 'Lantern & Loom');
    const codes = jobs.map(({ shortcode }) => shortcode);
    assert.equal(new Set(codes).size, 12);
    assert.ok(codes.length > 12);
    assert.ok(jobs.some(({ locations }) => locations[0].hidden));
    assert.ok(jobs.every(({ published_on: day }) => /^\d{4}-\d\d-\d\d$/.test(day)));
  });

  test('descriptions come when asked for', async () => {
    const { jobs } = await getJson(workableUrl('lantern-loom'));
    assert.ok(jobs.every((job) => !('description' in job)));
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

describe('the world', () => {
  test('each source holds a posting with an attack in it', async () => {
    atStep(0);
    const urls = [boardUrl('brindlecove'), siteUrl('nettlebyte'), `${api.REMOTEOK_API}/api`];
    const himalayas = Array.from({ length: 6 }, (_, page) => `${api.HIMALAYAS_API}/jobs/api?offset=${page * 20}`);
    const texts = await Promise.all(urls.map(async (url) => (await get(url)).body));
    texts.push((await Promise.all(himalayas.map(async (url) => (await get(url)).body))).join(''));
    const attacks = texts.map((text) => /sample attack \d|javascript:/.exec(text) !== null);
    assert.deepEqual(attacks, [true, true, true, true]);
  });

  const bodies = async (urls) => Promise.all(urls.map(async (url) => (await get(url)).body));

  test('no text has a hole in it', async () => {
    for (const step of [0, 30]) {
      atStep(step);
      const others = [ashbyUrl('Tidewater%20Maps'), recruiteeUrl('kitewright'), workableUrl('lantern-loom')];
      const feeds = [`${api.REMOTEOK_API}/api`, `${api.HIMALAYAS_API}/jobs/api`, `${api.JOBICY_API}/api/v2/remote-jobs`];
      const texts = await bodies([...listingUrls(), ...others, ...feeds]);
      assert.deepEqual(texts.map((text) => /undefined|NaN|\[object |\{[a-z]+\}/.exec(text)).filter(Boolean), []);
    }
  });

  test('a few hundred postings of all sixteen categories', () => {
    const world = createWorld({ seed: 1, day: 20_000, changeEveryMs });
    const named = (source) => companies[source].map(({ slug }) => world.board(source, slug)).filter(Boolean);
    const boards = [...named('greenhouse'), ...named('lever')];
    const feeds = [world.board('remoteok', ''), world.board('himalayas', '')];
    const postings = [...boards, ...feeds].flatMap((board) => world.postings(board, 0));
    assert.equal(postings.length, 205 + 112 + 90 + 120);
    const categories = countBy(postings, ({ family }) => family.category);
    assert.equal(categories.size, 16);
    assert.ok(
      families.every(({ category }) => categories.get(category) >= 10),
      JSON.stringify([...categories]),
    );
  });

  test('the same seed, day and step give the same bytes; another seed gives others', async (context) => {
    atStep(0);
    const lateStart = start + 3_600_000;
    const again = await startSampleSources({ now: () => lateStart + (now - start), changeEveryMs });
    const other = await startSampleSources({ now: () => now, changeEveryMs, seed: 2 });
    context.after(() => Promise.all([again.close(), other.close()]));
    for (const step of [0, 5, 77]) {
      atStep(step);
      const urls = listingUrls();
      const expected = await bodies(urls);
      assert.deepEqual(await bodies(urls.map((url) => url.replace(server.url, again.url))), expected);
      assert.notDeepEqual(await bodies(urls.map((url) => url.replace(server.url, other.url))), expected);
    }
  });

  test('a day later nearly all postings are still there, byte for byte', () => {
    const listing = (day) => {
      const world = createWorld({ seed: 1, day, changeEveryMs });
      return new Map(world.postings(world.board('lever', 'Wrenfold'), 0).map((one) => [one.key, JSON.stringify(one)]));
    };
    const [today, tomorrow] = [listing(20_000), listing(20_001)];
    const kept = [...today].filter(([key, text]) => tomorrow.get(key) === text);
    assert.ok(kept.length >= 36, `${kept.length} kept`);
  });

  test('at every step some boards change and others answer 304', async () => {
    const urls = listingUrls().filter((url) => !url.includes('haverglint') && !url.includes('emberquay'));
    for (let step = 0; step < 8; step++) {
      atStep(step);
      const tags = await Promise.all(urls.map(async (url) => (await get(url)).headers.get('etag')));
      atStep(step + 1);
      const later = await Promise.all(urls.map((url, index) => get(url, { 'if-none-match': tags[index] })));
      const statuses = countBy(later, ({ status }) => status);
      assert.ok(statuses.get(200) >= 3 && statuses.get(304) >= 3, `step ${step}: ${JSON.stringify([...statuses])}`);
    }
  });

  test('within three steps, a minute, postings come, change, go and return', async () => {
    const seen = { come: 0, changed: 0, gone: 0, returned: 0 };
    const known = new Map();
    for (let step = 0; step <= 3; step++) {
      atStep(step);
      const lists = await Promise.all(companies.lever.map(({ slug }) => getJson(siteUrl(slug))));
      const current = new Map(lists.flat().map((posting) => [posting.id, JSON.stringify(posting)]));
      for (const [id, text] of step === 0 ? [] : current) {
        const earlier = known.get(id);
        if (earlier === undefined) seen.come++;
        else if (earlier.gone) seen.returned++;
        else if (earlier.text !== text) seen.changed++;
      }
      for (const [id, old] of known) {
        if (!current.has(id) && !old.gone) seen.gone++;
        old.gone = !current.has(id);
      }
      for (const [id, text] of current) known.set(id, { text, gone: false });
    }
    assert.ok(
      Object.values(seen).every((count) => count > 0),
      JSON.stringify(seen),
    );
  });

  test('what is edited says so: Greenhouse moves updated_at, and only that date', async () => {
    const jobsAt = async (step) => {
      atStep(step);
      return new Map((await getJson(boardUrl('brindlecove'))).jobs.map((job) => [job.id, job]));
    };
    const [early, late] = [await jobsAt(0), await jobsAt(40)];
    const edited = [...late.values()].filter((job) => early.has(job.id) && early.get(job.id).content !== job.content);
    assert.ok(edited.length > 0);
    for (const job of edited) {
      assert.ok(Date.parse(job.updated_at) > Date.parse(early.get(job.id).updated_at));
      assert.equal(job.first_published, early.get(job.id).first_published);
    }
    const newcomers = [...late.values()].filter(({ id }) => !early.has(id));
    assert.ok(newcomers.length > 0 && newcomers.every((job) => Date.parse(job.first_published) <= now));
  });

  test('sizes stay bounded however long it runs', () => {
    const world = createWorld({ seed: 1, day: 20_000, changeEveryMs });
    for (const step of [500, 5000, 20_000]) {
      assert.ok(Math.abs(world.postings(world.board('greenhouse', 'brindlecove'), step).length - 60) <= 2);
      assert.ok(Math.abs(world.postings(world.board('greenhouse', 'vellumfox'), step).length - 6) <= 2);
      const himalayas = world.postings(world.board('himalayas', ''), step);
      assert.equal(new Set(himalayas.map(({ serial }) => serial)).size, 130);
    }
  });

  test('one board fails now and then', async () => {
    const statuses = [];
    for (let step = 0; step < 10; step++) {
      atStep(step);
      statuses.push((await get(boardUrl('haverglint'))).status);
    }
    assert.deepEqual(statuses, [200, 200, 200, 500, 200, 200, 200, 200, 500, 200]);
  });

  test('each candidate is where it is said to be, and in no company list', async () => {
    atStep(0);
    const urls = { greenhouse: boardUrl, lever: siteUrl, ashby: ashbyUrl, recruitee: recruiteeUrl };
    const urlOf = ({ source, slug }) => urls[source](slug);
    const listed = new Set(Object.values(companies).flat().map(({ slug }) => slug));
    for (const { slug, boards } of candidates) {
      for (const board of boards) {
        assert.equal((await get(urlOf(board))).status, 200, board.slug);
        assert.ok(!listed.has(board.slug));
      }
      const direct = await get(boardUrl(encodeURIComponent(slug)));
      assert.equal(
        direct.status === 200,
        boards.some((board) => board.source === 'greenhouse' && board.slug === slug),
      );
    }
    assert.ok(candidates.filter(({ boards }) => boards.length === 0).length >= 3);
  });
});

describe('the server', () => {
  const send = (path, method = 'GET') =>
    new Promise((resolve, reject) => {
      const { port } = server;
      request({ host: '127.0.0.1', port, path, method }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });

  test('other paths and methods are refused, odd ones do no harm', async () => {
    const paths = [
      '/',
      '/greenhouse',
      '/nowhere/v1',
      '/constructor/x',
      '//[',
      '/greenhouse/%E0%A4%A',
      '/lever/v0/postings/..',
    ];
    for (const path of paths) assert.equal(await send(path), 404, path);
    assert.equal(await send('/remoteok/api', 'POST'), 405);
    assert.equal(await send('/remoteok/api', 'HEAD'), 200);
  });

  test('a taken port is an error, and each request is one line in the log', async (context) => {
    await assert.rejects(startSampleSources({ port: server.port }), { code: 'EADDRINUSE' });
    const lines = [];
    const logged = await startSampleSources({ log: (line) => lines.push(line) });
    context.after(() => logged.close());
    await get(`${logged.url}/lever/v0/postings/nobody`);
    assert.deepEqual(lines, ['GET /lever/v0/postings/nobody 404']);
  });
});
