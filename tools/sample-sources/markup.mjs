/**
 * The HTML of a posting's content, as employers really paste it into their boards.
 *
 * Text in blocks is plain, with two marks: `**bold**` and `[text](url)`.
 *
 * @typedef {{ heading: string } | { text: string } | { items: string[] } |
 *   { rows: string[][] } | { html: string }} Block
 */

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\u00a0': '&nbsp;' };

/** Escapes a whole HTML text once more, as Greenhouse does. */
export const escapeHtml = (text) => text.replace(/[&<>"']/g, (mark) => entities[mark]);

const inline = (text) =>
  text
    .replace(/[&<>\u00a0]/g, (mark) => entities[mark])
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\[(.+?)\]\((.+?)\)/g, '<a href="$2" target="_blank">$1</a>');

/** List items as they stand inside `<ul>`. */
export const listItems = (items) => items.map((item) => `<li>${inline(item)}</li>`).join('');

const list = (items) => `<ul>\n${items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</ul>`;
const row = (cells) => `<tr>${cells.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`;
const table = (rows) => `<table border="1"><tbody>${rows.map(row).join('')}</tbody></table>`;
const span = (html) => `<span style="font-size: 16px">${html}</span>`;
const byHand = (mark) => (items) => items.map((item) => `<p>${mark}${inline(item)}</p>`).join('\n');
const paragraph = (text) => `<p>${inline(text)}</p>`;

const label = (text) => inline(/[?!]$/.test(text) ? text : `${text}:`);

/** The styles in which heading, text and items are set, and what stands between blocks. */
const layouts = {
  clean: { heading: (text) => `<h3>${inline(text)}</h3>`, text: paragraph, items: list, between: '\n' },
  bold: { heading: (text) => `<p><strong>${label(text)}</strong></p>`, text: paragraph, items: list, between: '\n' },
  bullets: {
    heading: (text) => `<p><b>${label(text)}</b></p>`,
    text: paragraph,
    items: byHand('•&nbsp;'),
    between: '\n',
  },
  dashes: {
    heading: (text) => `<h2>${inline(text.toUpperCase())}</h2>`,
    text: paragraph,
    items: byHand('- '),
    between: '<p>&nbsp;</p>',
  },
  breaks: {
    heading: (text) => `<b>${label(text)}</b>`,
    text: inline,
    items: (items) => items.map((item) => `* ${inline(item)}`).join('<br>'),
    between: '<br><br>',
  },
  divs: {
    heading: (text) => `<div><b>${span(inline(text))}</b></div>`,
    text: (text) => `<div><div>${span(inline(text))}</div></div>`,
    items: (items) => `<div><ul>${items.map((item) => `<li>${span(inline(item))}</li>`).join('')}</ul></div>`,
    between: '<div><br></div>',
  },
};

export const layoutNames = Object.keys(layouts);

function blockHtml(block, layout) {
  if (block.heading !== undefined) return layout.heading(block.heading);
  if (block.text !== undefined) return layout.text(block.text);
  if (block.items !== undefined) return layout.items(block.items);
  return block.rows === undefined ? block.html : table(block.rows);
}

/** @param {Block[]} blocks @param {string} layoutName one of `layoutNames` */
export function toHtml(blocks, layoutName) {
  const layout = layouts[layoutName];
  return blocks.map((block) => blockHtml(block, layout)).join(layout.between);
}

const unmarked = (text) => text.replace(/\*\*(.+?)\*\*/g, '$1').replace(/\[(.+?)\]\(.+?\)/g, '$1');
const untagged = (html) => html.replace(/<script>.*?<\/script>|<[^>]*>/g, '');

function blockPlain(block) {
  if (block.items !== undefined) return block.items.map((item) => `- ${unmarked(item)}`).join('\n');
  if (block.rows !== undefined) return block.rows.map((cells) => cells.join('\t')).join('\n');
  return block.html === undefined ? unmarked(block.heading ?? block.text) : untagged(block.html);
}

/** @param {Block[]} blocks */
export const toPlain = (blocks) => blocks.map(blockPlain).join('\n\n');
