/* Made-up postings, put straight into the database. */

const DAY_S = 86_400;
export const now = Math.floor(Date.now() / 1_000);
export const daysAgo = (days) => now - days * DAY_S;

const USUAL = {
  source_name: 'greenhouse',
  board: 'oakum',
  title: 'Boat Builder',
  company: 'Oakum Yard',
  location: 'Remote, Norway',
  remote_scope: '["NO"]',
  category_id: 1,
  description_raw: '<h2>The yard</h2><p>We mend boats.</p>',
  post_date: daysAgo(2),
  created_at: daysAgo(2),
  updated_at: daysAgo(2),
};

let entered = 0;

/** The values of a posting's insertion; missing ones are the usual ones. */
function statement(db, posting) {
  entered += 1;
  const row = {
    ...USUAL,
    external_id: `e${entered}`,
    content_hash: `h${entered}`,
    source_url: `https://boards.example/jobs/${entered}`,
    ...posting,
  };
  const names = Object.keys(row);
  const places = names.map((_, index) => `?${index + 1}`);
  const sql = `INSERT INTO jobs (${names.join(', ')}) VALUES (${places.join(', ')}) RETURNING id`;
  return db.prepare(sql).bind(...Object.values(row));
}

/**
 * @param {D1Database} db
 * @param {...object} postings columns of `jobs`
 * @returns {Promise<number[]>} their ids
 */
export async function enterPostings(db, ...postings) {
  const results = await db.batch(postings.map((posting) => statement(db, posting)));
  return results.map(({ results: [{ id }] }) => id);
}

/** Many postings, the first the newest: Role 001, Role 002, … */
export function manyPostings(count, common = {}) {
  return Array.from({ length: count }, (_, index) => ({
    title: `Role ${String(index + 1).padStart(3, '0')}`,
    post_date: daysAgo(3) - index * 60,
    ...common,
  }));
}
