/*
 * Reads may go to any copy of the database, which may be a little behind. Who has written is asked to show
 * the bookmark of his write, a cookie, and reads what is at least as new:
 * https://developers.cloudflare.com/d1/best-practices/read-replication/
 */

/**
 * The life of a bookmark, longer than a copy lags; otherwise an answer from before the write may still be
 * given.
 */
const BOOKMARK_AGE_S = 600;

/** The form of D1's bookmarks in a cookie: D1 refuses a session that begins at anything else. */
const BOOKMARK = /(?:^|;) *d1-bookmark=([\da-f]{8}(?:-[\da-f]{8}){2}-[\da-f]{32})(?:;|$)/;

/**
 * The bookmark of the reader's own last write.
 * @param {Headers} headers a request's
 */
export const bookmarkOf = (headers) => BOOKMARK.exec(headers.get('cookie') ?? '')?.[1] ?? '';

/** The cookie in which a request carries a bookmark. */
export const bookmarkCookie = (bookmark) => `d1-bookmark=${bookmark}`;

/**
 * The database for one reader.
 * @param {D1Database} db
 * @param {Headers} headers the reader's request
 * @returns {D1DatabaseSession}
 */
export const openSession = (db, headers) => db.withSession(bookmarkOf(headers) || 'first-unconstrained');

/**
 * Gives a writer a bookmark of the database's present state, which includes the writes of a sync worker on the
 * writer's behalf. A failure loses the bookmark and nothing else.
 * @param {D1Database} db
 * @param {Headers} headers of the answer
 */
export async function leaveBookmark(db, headers) {
  try {
    const session = db.withSession('first-primary');
    await session.prepare('SELECT 1').run();
    const bookmark = session.getBookmark();
    if (bookmark) headers.append('set-cookie', `${bookmarkCookie(bookmark)}; Path=/; Max-Age=${BOOKMARK_AGE_S}; HttpOnly; SameSite=Lax`);
  } catch (error) {
    console.warn({ event: 'no_bookmark', error: String(error?.message ?? error) });
  }
}
