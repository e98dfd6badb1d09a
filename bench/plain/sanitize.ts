import sanitizeHtml from 'sanitize-html';

/*
 * The policy, applied when a posting is first viewed. The elements are those of the policy in
 * wasm/sanitize/policy.cc.
 */
const options: sanitizeHtml.IOptions = {
  allowedTags: [
    'a', 'b', 'blockquote', 'br', 'code', 'dd', 'dl', 'dt', 'em', 'h2', 'h3', 'h4', 'hr', 'i', 'li', 'ol', 'p',
    'pre', 's', 'strong', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'u', 'ul',
  ],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  transformTags: {
    a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener noreferrer' }),
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
  },
};

export const cleanse = (html: string): string => sanitizeHtml(html, options);
