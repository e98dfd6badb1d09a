/**
 * The pages of a posting and of a company: what they say, what search engines get, and that nothing in
 * a posting can run or fetch anything.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SIZES, assertAccessible, hydrated, settled } from './support/browser.mjs';
import { daysAgo, enterPostings } from './support/postings.mjs';
import { readPage } from './support/server-page.mjs';
import { useSite } from './support/use-site.mjs';

const ATTACK = '"><img src=x onerror=alert(1)><script>alert(1)</script>\'';

const POSTINGS = {
  full: {
    ...{ title: 'Lock Keeper', company: 'Inland Waters', board: 'inland', source_url: 'https://boards.example/lock' },
    ...{
      salary_min: 30_000,
      salary_max: 41_500,
      salary_currency: 'GBP',
      salary_period: 'year',
      pay_range: '£30,000–£41,500 a year',
    },
    ...{
      remote_scope: '["GB","IE"]',
      location: 'Home, UK or Ireland',
      expires_at: daysAgo(-30),
      post_date: daysAgo(3),
    },
    description_raw: '<h2>The lock</h2><p>Open it.</p><ul><li>Close it</li></ul><script>alert(1)</script>',
  },
  similar: { title: 'Senior Lock Keeper', company: 'Canals & Sons', company_key: 'canalsandsons', board: 'canals', remote_scope: '["IE"]' },
  elsewhere: { title: 'Lock Keeper of Rio', company: 'Canais', board: 'canais', remote_scope: '["BR"]' },
  unlike: { title: 'Accountant', company: 'Oakum Yard' },
  remoteok: { title: 'Diver', source_name: 'remoteok', board: '', company: 'Deep', remote_scope: '["US"]' },
  himalayas: { title: 'Sherpa', source_name: 'himalayas', board: '', company: 'High', remote_scope: '["NP"]' },
  anywhere: { title: 'Nomad', remote_scope: '["WORLD"]' },
  closed: { title: 'Bargee', remote_scope: '["GB"]', closed_at: daysAgo(3) },
  gone: { title: 'Raftsman', remote_scope: '["GB"]', closed_at: daysAgo(40), created_at: daysAgo(90) },
  attack: {
    ...{ title: ATTACK, company: ATTACK, location: ATTACK, pay_range: ATTACK, remote_scope: JSON.stringify([ATTACK]) },
    ...{ source_url: 'javascript:alert(1)', description_raw: `<p>${ATTACK}</p><a href="javascript:alert(1)">x</a>` },
    board: 'attack',
  },
  trojan: { title: 'Trojan', description_raw: '<p>A wooden horse.</p>' },
};

/** A text that stands in place of the horse, as if the cleansing had failed. */
const SOLDIERS =
  '<script>document.title="owned"</script><img src="https://spy.example/x.gif" onerror="document.title=\'owned\'">' +
  '<p style="background:url(https://spy.example/y.gif)">text</p><iframe src="https://spy.example/"></iframe>';

let ids;

const site = useSite({
  async fill(db) {
    const entered = await enterPostings(db, ...Object.values(POSTINGS));
    ids = Object.fromEntries(Object.keys(POSTINGS).map((name, index) => [name, entered[index]]));
  },
});

const get = (path) => fetch(site.url + path, { redirect: 'manual' });

/** Opens a posting by its id and follows to its address. */
async function open(name, options) {
  const page = await site.openPage(options);
  const response = await page.goto(`/jobs/${ids[name]}`);
  if (options?.javaScriptEnabled !== false) await hydrated(page);
  return { page, response };
}

const markupOf = async (name) => {
  const page = await readPage(`${site.url}/jobs/${ids[name]}`);
  return page.elements('script', { type: 'application/ld+json' }).map(({ inner }) => JSON.parse(inner));
};

describe('the page of a posting', () => {
  test('says what is known, and leads to the source', async () => {
    const { page, response } = await open('full');
    assert.equal(response.status(), 200);
    assert.match(page.url(), /\/jobs\/\d+\/lock-keeper-inland-waters$/);
    assert.equal(await page.title(), 'Lock Keeper at Inland Waters – Spearyx Jobs');
    await page.getByRole('heading', { level: 1, name: 'Lock Keeper' }).waitFor();
    const facts = await page.locator('.facts').textContent();
    for (const fact of ['Ireland, United Kingdom', 'Home, UK or Ireland', '£30,000–£41,500 a year', 'first seen']) {
      assert.ok(facts.includes(fact), `${fact} in ${facts}`);
    }
    assert.equal(
      await page.locator('.prose').innerHTML(),
      '<h2>The lock</h2><p>Open it.</p><ul><li>Close it</li></ul>',
    );
    const apply = page.getByRole('link', { name: 'Apply' });
    assert.equal(await apply.getAttribute('href'), 'https://boards.example/lock');
    assert.match(await page.locator('.history').textContent(), /First seen/);
    await page.finish();
  });

  test('has one address: others lead there', async () => {
    for (const path of [`/jobs/${ids.full}`, `/jobs/${ids.full}/an-old-title`]) {
      const response = await get(path);
      assert.equal(response.status, 301);
      assert.equal(
        new URL(response.headers.get('location'), site.url).pathname,
        `/jobs/${ids.full}/lock-keeper-inland-waters`,
      );
    }
    const page = await (await get(`/jobs/${ids.full}/lock-keeper-inland-waters`)).text();
    assert.match(
      page,
      new RegExp(`<link rel="canonical" href="${site.url}/jobs/${ids.full}/lock-keeper-inland-waters"`),
    );
    assert.match(page, /<meta property="og:title" content="Lock Keeper at Inland Waters"/);
  });

  for (const id of ['0', '999999', '-1', 'x', '99999999999999999999', '1e3', '%00']) {
    test(`is not there for “${id}”`, async () => assert.equal((await get(`/jobs/${id}/x`)).status, 404));
  }

  test('shows similar jobs that its readers may take, the likest first', async () => {
    const { page } = await open('full');
    const similar = page.getByRole('complementary', { name: 'Similar jobs' });
    assert.equal(await similar.locator('.job-title').first().textContent(), 'Senior Lock Keeper');
    assert.equal(await similar.getByText('Lock Keeper of Rio').count(), 0, 'nobody in one place may take both');
    await similar.locator('.job-title').first().click();
    await page.getByRole('heading', { level: 1, name: 'Senior Lock Keeper' }).waitFor();
    await page.finish();
  });

  test('tells what changed', async () => {
    const [id] = await enterPostings(site.db, { title: 'Ferryman' });
    await site.db
      .prepare(`UPDATE jobs SET title = 'Ferrywoman', content_hash = 'new', updated_at = unixepoch() WHERE id = ?1`)
      .bind(id)
      .run();
    const page = await (await get(`/jobs/${id}/ferrywoman-oakum-yard`)).text();
    assert.match(page.replaceAll('<!-- -->', ''), /Changed: title/);
  });

  test('credits the source as its terms ask', async () => {
    for (const [name, credit, rel] of [
      ['remoteok', 'via Remote OK', undefined],
      ['himalayas', 'via Himalayas', 'nofollow'],
      ['full', 'via Greenhouse', 'nofollow'],
    ]) {
      const page = await readPage(`${site.url}/jobs/${ids[name]}`);
      assert.equal(page.link(credit).rel, rel, name);
      assert.equal(/nofollow/.test(page.link('Apply').rel), name !== 'remoteok', name);
    }
  });
});

describe('a closed posting', () => {
  test('says so, and for a while is a page like others', async () => {
    const { page, response } = await open('closed');
    assert.equal(response.status(), 200);
    await page.getByText('This posting is closed.').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Apply' }).count(), 0);
    await page.finish();
  });

  test('is gone after that, and still to be read', async () => {
    const page = await readPage(`${site.url}/jobs/${ids.gone}`);
    assert.equal(page.status, 410);
    assert.ok(page.text.includes('This posting is closed.'));
    assert.equal(page.elements('div', { class: 'prose' }).length, 1);
  });
});

describe('what Google Jobs gets', () => {
  test('is the posting by its rules', async () => {
    const [markup, ...others] = await markupOf('full');
    assert.equal(others.length, 0);
    assert.equal(markup['@type'], 'JobPosting');
    assert.equal(markup.title, 'Lock Keeper');
    assert.equal(markup.description, '<h2>The lock</h2><p>Open it.</p><ul><li>Close it</li></ul>');
    assert.equal(markup.hiringOrganization.name, 'Inland Waters');
    assert.equal(markup.jobLocationType, 'TELECOMMUTE');
    assert.deepEqual(
      markup.applicantLocationRequirements.map(({ name }) => name),
      ['GB', 'IE'],
    );
    assert.deepEqual(markup.baseSalary.value, {
      '@type': 'QuantitativeValue',
      minValue: 30_000,
      maxValue: 41_500,
      unitText: 'YEAR',
    });
    assert.ok(Date.parse(markup.datePosted) < Date.now());
    assert.ok(Date.parse(markup.validThrough) > Date.now());
  });

  for (const name of ['himalayas', 'closed', 'gone', 'anywhere']) {
    test(`is nothing of: ${name}`, async () => assert.deepEqual(await markupOf(name), []));
  }

  test('is something of Remote OK', async () => assert.equal((await markupOf('remoteok')).length, 1));
});

describe('an attack in every field', () => {
  test('is text', async () => {
    const page = await site.openPage();
    let alerted = false;
    page.on('dialog', (dialog) => {
      alerted = true;
      return dialog.dismiss();
    });
    for (const path of [
      `/jobs/${ids.attack}`,
      `/?job=${ids.attack}`,
      `/companies/${encodeURIComponent(ATTACK.toLowerCase())}`,
    ]) {
      await page.goto(path);
      await hydrated(page);
      await page.getByText(ATTACK).first().waitFor();
      assert.equal(await page.locator('main img, main script:not([type="application/ld+json"])').count(), 0, path);
      assert.equal(await page.locator('[href^="javascript:"]').count(), 0, path);
      assert.equal(alerted, false);
    }
    await page.finish();
  });

  test('that got past the cleansing neither runs nor fetches', async () => {
    const page = await site.openPage();
    const address = (await get(`/jobs/${ids.trojan}`)).headers.get('location');
    await page.route(`**${address}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('<p>A wooden horse.</p>', SOLDIERS) });
    });
    await page.goto(address);
    await hydrated(page);
    await page.getByText('text', { exact: true }).waitFor();
    await settled(page);
    assert.equal(await page.title(), 'Trojan at Oakum Yard – Spearyx Jobs');
    await assert.rejects(page.finish(), (error) => {
      // The browser tells of each refusal; nothing was asked of the other host.
      assert.ok(error.actual.length > 0);
      for (const complaint of error.actual) assert.match(complaint, /Content Security Policy/);
      return true;
    });
  });
});

describe('the page of a company', () => {
  test('lists its jobs; its names, its boards and its old addresses lead to it', async () => {
    const path = '/companies/canalsandsons';
    const others = ['canalsandsons~greenhouse~canals', 'Canals%20%26%20Sons', 'greenhouse/Canals%20%26%20Sons', 'greenhouse/canals'];
    for (const other of others) {
      const answer = await fetch(`${site.url}/companies/${other}`, { redirect: 'manual' });
      assert.deepEqual([answer.status, answer.headers.get('location')], [301, path], other);
      const page = await readPage(`${site.url}/companies/${other}`);
      assert.equal(page.status, 200);
      assert.deepEqual(page.elements('h1').map(({ text }) => text), ['Canals & Sons']);
      assert.deepEqual(page.jobTitles(), ['Senior Lock Keeper']);
      assert.ok(page.html.includes(`<link rel="canonical" href="${site.url}${path}"`));
      assert.ok(page.text.includes('Greenhouse (canals): 1 posting'));
    }
  });

  test('is one for two sources, and two for two firms of one name', async () => {
    const weir = { company_key: 'weirworks', company: 'Weir Works' };
    const sluice = { company_key: 'sluice', company: 'Sluice' };
    await enterPostings(
      site.db,
      { ...weir, title: 'Weir Painter', source_name: 'lever', board: 'weir' },
      { ...weir, title: 'Weir Mason', source_name: 'remoteok', board: '', company: 'WEIR WORKS, Inc.' },
      { ...sluice, title: 'Nurse', source_name: 'ashby', board: 'healers', source_url: 'https://healers.example/1' },
      { ...sluice, title: 'Gate Mason', source_name: 'lever', board: 'sluice', source_url: 'https://sluice.example/1' },
    );
    const page = await readPage(`${site.url}/companies/lever/weir`);
    assert.deepEqual(page.jobTitles().sort(), ['Weir Mason', 'Weir Painter']);
    assert.ok(page.text.includes('Remote OK, as “WEIR WORKS, Inc.”: 1 posting'));
    const one = await readPage(`${site.url}/companies/lever/sluice`);
    assert.deepEqual(one.jobTitles(), ['Gate Mason']);
    const other = await readPage(site.url + one.link('Sluice').href);
    assert.deepEqual(other.jobTitles(), ['Nurse']);
  });

  test('is where the company’s name leads; saving it keeps it', async () => {
    const { page } = await open('similar');
    await page.locator('.posting-company a').click();
    await page.getByRole('heading', { level: 1, name: 'Canals & Sons' }).waitFor();
    await page.getByRole('button', { name: 'Save: Canals & Sons' }).click();
    await page.goto('/?view=saved');
    await page.getByRole('link', { name: 'Canals & Sons' }).click();
    await page.waitForURL(/\/companies\/canalsandsons$/);
    await page.finish();
  });

  test('leads to their pages, from which one comes back', async () => {
    const page = await site.openPage();
    await page.goto('/companies/greenhouse/canals');
    await hydrated(page);
    await page.getByRole('link', { name: 'Senior Lock Keeper' }).click();
    await page.waitForURL(/\/jobs\/\d+\/senior-lock-keeper/);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Canals & Sons' }).waitFor();
    await page.finish();
  });

  test('hides all its jobs', async () => {
    const page = await site.openPage();
    await page.goto('/companies/greenhouse/canals');
    await hydrated(page);
    await page.getByRole('button', { name: 'Hide: Canals & Sons' }).click();
    await page.goto('/');
    await page.locator('.job-title', { hasText: 'Senior Lock Keeper' }).waitFor({ state: 'detached' });
    await page.finish();
  });

  test('leads to a feed of the same, and from further on to the start', async () => {
    await enterPostings(
      site.db,
      { title: 'Swing Bridge Keeper', company: 'Swing', board: 'swing' },
      { title: 'Lift Keeper', company: 'Swing', board: 'swing' },
    );
    const { data } = await (await get('/api/v3/jobs?company=swing&limit=1')).json();
    const page = await readPage(`${site.url}/companies/swing?cursor=${encodeURIComponent(data.nextCursor)}`);
    assert.equal(page.jobTitles().length, 1);
    const feed = await (await get(page.link('RSS of this list').href)).text();
    const titles = [...feed.matchAll(/<item><title>(.*?) at /g)].map(([, title]) => title);
    assert.deepEqual(titles.sort(), ['Lift Keeper', 'Swing Bridge Keeper']);
    const start = await readPage(site.url + page.link('From the start').href);
    assert.equal(start.jobTitles().length, 2);
    assert.match(start.url, /\/companies\/swing$/);
  });

  test('is that of one name, whatever commas and quotes are in it', async () => {
    const name = 'Locks, "Weirs" & Ltd';
    await enterPostings(site.db, { title: 'Weir Keeper', company: name }, { title: 'Other Keeper', company: 'Locks' });
    const page = await site.openPage();
    await page.goto(`/companies/greenhouse/${encodeURIComponent(name)}`);
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    assert.deepEqual(await page.locator('.job-title').allTextContents(), ['Weir Keeper']);
    const feed = await (
      await get(await page.getByRole('link', { name: 'RSS of this list' }).getAttribute('href'))
    ).text();
    assert.equal(feed.match(/<item>/g).length, 1);

    for (const company of [name, '"Locks, ""Weirs"" & Ltd"']) {
      await page.goto(`/?company=${encodeURIComponent(company)}`);
      await hydrated(page);
      assert.deepEqual(await page.locator('.job-title').allTextContents(), ['Weir Keeper']);
      await page.getByRole('link', { name: `Without ${name}`, exact: true }).waitFor();
      assert.equal(await page.getByLabel('Name of the company').inputValue(), name);
    }
    await page.getByRole('link', { name: 'Clear all' }).click();
    await page.locator('summary', { hasText: 'Company' }).click();
    await page.getByLabel('Name of the company').fill(name);
    await page.waitForFunction(() => document.querySelectorAll('.job-item').length === 1);
    assert.equal(await page.locator('.job-title').textContent(), 'Weir Keeper');
    await page.finish();
  });

  test('is not there for what is no source, or has no jobs', async () => {
    const unknown = await get('/companies/monster/canals');
    assert.equal(unknown.status, 404);
    assert.doesNotMatch(await unknown.text(), /undefined\/companies|rel="canonical"/);
    const old = await get('/companies/lever/nobody');
    assert.equal(old.headers.get('location'), '/companies/nobody');
    const empty = await get('/companies/nobody');
    assert.equal(empty.status, 404);
    assert.match(await empty.text(), /No source lists remote jobs at this company at present\./);
  });
});

describe('accessibility', () => {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ['light', 'dark']) {
      test(`axe finds nothing: ${size}, ${colorScheme}`, async () => {
        const page = await site.openPage({ viewport, colorScheme });
        for (const path of [`/jobs/${ids.full}`, `/jobs/${ids.gone}`, '/companies/greenhouse/canals']) {
          await page.goto(path);
          await hydrated(page);
          await assertAccessible(page);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(overflow <= 0, `${path} scrolls sideways by ${overflow}`);
        }
        await page.finish();
      });
    }
  }
});

describe('on paper', () => {
  async function print(path) {
    const page = await site.openPage();
    await page.context().addCookies([{ name: 'theme', value: 'dark', url: site.url }]);
    await page.goto(path);
    await hydrated(page);
    await page.emulateMedia({ media: 'print' });
    return page;
  }

  const brightness = (page, selector, property) =>
    page.locator(selector).first().evaluate((element, name) => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d');
      canvas.fillStyle = getComputedStyle(element)[name];
      canvas.fillRect(0, 0, 1, 1);
      return canvas.getImageData(0, 0, 1, 1).data[0];
    }, property);

  test('it is day, and Apply says where', async () => {
    const page = await print(`/jobs/${ids.full}`);
    assert.ok((await brightness(page, '.posting', 'color')) < 64);
    assert.ok((await brightness(page, '.apply', 'color')) < 64);
    const after = await page.locator('.apply').evaluate((link) => getComputedStyle(link, '::after').content);
    assert.match(after, /https:\/\/boards\.example\/lock/);
    assert.equal(await page.locator('.site-header').isVisible(), false);
    await page.finish();
  });

  test('the board is its list, to its end', async () => {
    const page = await print('/?sortBy=title-asc');
    for (const part of ['.board-search', '.view-tabs', '.active-filters', '.more', '.keep-buttons']) {
      for (const one of await page.locator(part).all()) assert.equal(await one.isVisible(), false, part);
    }
    const drawn = await page
      .locator('.job-item')
      .evaluateAll((items) => items.map((item) => getComputedStyle(item).contentVisibility));
    assert.deepEqual([...new Set(drawn)], ['visible']);
    await page.finish();
  });
});
