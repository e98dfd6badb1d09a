/** The sample sources with boards keep the shapes and quirks of the real APIs. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { companies } from '../../tools/sample-sources/server.mjs';
import {
  api,
  ashbyUrl,
  atStep,
  boardUrl,
  countBy,
  get,
  getJson,
  now,
  recruiteeUrl,
  siteUrl,
  useSampleSources,
  workableUrl,
} from './support/sample-sources.mjs';

useSampleSources();

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
