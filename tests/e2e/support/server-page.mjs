/* A page as the server draws it, for what takes no browser. */
import { decodeHTML } from 'entities';

const text = (html) => decodeHTML(html.replace(/<[^>]*>/g, ''));

function attributesOf(tag) {
  const all = [...tag.matchAll(/ ([\w:-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(all.map(([, name, value = '']) => [name, decodeHTML(value)]));
}

/**
 * Asks for a page and follows to where it is.
 * @param {string} url
 */
export async function readPage(url) {
  const response = await fetch(url);
  const html = await response.text();

  /** Elements of a name, none in another, with these attributes (a class among others, or all of a value). */
  function elements(name, attributes = {}) {
    const found = html.matchAll(new RegExp(`<${name}((?: [^<>]*)?)>(.*?)</${name}>`, 'gs'));
    const isLike = (own) =>
      Object.entries(attributes).every(([key, value]) =>
        key === 'class' ? own.class?.split(' ').includes(value) : own[key] === value,
      );
    return [...found]
      .map(([, tag, inner]) => ({ attributes: attributesOf(tag), inner, text: text(inner) }))
      .filter((element) => isLike(element.attributes));
  }

  return {
    status: response.status,
    url: response.url,
    html,
    /** All that one reads. */
    text: text(html.replace(/<(script|style)\b.*?<\/\1>/gs, '')),
    elements,
    /** The one link whose text has this. */
    link(words) {
      const found = elements('a').filter((link) => link.text.includes(words));
      if (found.length !== 1) throw new Error(`${found.length} links are called “${words}”`);
      return found[0].attributes;
    },
    jobTitles: () => elements('a', { class: 'job-title' }).map((link) => link.text),
  };
}
