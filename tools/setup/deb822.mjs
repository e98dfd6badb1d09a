/**
 * Reads Debian's control format (deb822): stanzas of `Field: value` lines, a blank line between
 * two; `#` lines are comments, a line that starts with a blank goes on with the value.
 * See the manual page deb822(5).
 * @param {string} text
 * @returns {Map<string, string>[]} the stanzas, field names in lower case
 */
export function parseDeb822(text) {
  const stanzas = [];
  let stanza = new Map();
  let field;
  for (const line of `${text}\n\n`.split('\n')) {
    if (line.startsWith('#')) continue;
    if (line.trim() === '') {
      if (stanza.size > 0) stanzas.push(stanza);
      stanza = new Map();
    } else if (/^\s/.test(line)) {
      stanza.set(field, `${stanza.get(field)}\n${line.trim()}`);
    } else {
      const colon = line.indexOf(':');
      field = line.slice(0, colon).toLowerCase();
      stanza.set(field, line.slice(colon + 1).trim());
    }
  }
  return stanzas;
}
