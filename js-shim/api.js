import module from '../build/wasm-release/api.wasm';
import { answerRequest } from './host/http.js';

export { answerTo, isApiPath, isRead } from './host/http.js';
export { bookmarkCookie, bookmarkOf } from './host/session.js';

export default {
  /**
   * Answers /api/*, /feed.*, /sitemap.xml and /robots.txt.
   * @param {Request} request
   */
  fetch(request, env) {
    return answerRequest(module, env, request);
  },
};
