import module from '../build/wasm-release/api.wasm';
import { answerRequest, isApiPath } from './host/http.js';

export { isApiPath };

export default {
  /**
   * Answers /api/*, /feed.*, /sitemap.xml and /robots.txt.
   * @param {Request} request
   */
  fetch(request, env) {
    return answerRequest(module, env, request);
  },
};
