import { SaxesParser } from 'saxes';

/** An XML element as a test looks at it. */
export class Element {
  children = [];
  content = '';

  constructor({ local, uri, attributes }) {
    this.name = local;
    this.uri = uri;
    const plain = Object.values(attributes).filter(({ prefix, local: name }) => prefix !== 'xmlns' && name !== 'xmlns');
    this.attributes = Object.fromEntries(plain.map(({ local: name, value }) => [name, value]));
  }

  /** The children of a name, of the element's own namespace unless another is given. */
  all(name, uri = this.uri) {
    return this.children.filter((child) => child.name === name && child.uri === uri);
  }

  /** The text of the first child of a name; '' where there is none. */
  text(name) {
    return this.all(name)[0]?.content ?? '';
  }
}

/**
 * Reads a document; throws where it is not well-formed.
 * @param {string} text
 * @returns {Element} the root
 */
export function parseXml(text) {
  const parser = new SaxesParser({ xmlns: true });
  const open = [new Element({ local: '', uri: '', attributes: {} })];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const element = new Element(tag);
    open.at(-1).children.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => {
    open.at(-1).content += piece;
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return open[0].children[0];
}
