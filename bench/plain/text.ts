import { decodeHTML } from 'entities';

/** The words of HTML, for summaries and keywords; not fit to be shown as HTML. */
export const textOf = (html: string) =>
  decodeHTML(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

export function firstWords(text: string, count: number): string {
  const words = text.split(' ', count + 1);
  return words.length > count ? `${words.slice(0, count).join(' ')} …` : text;
}
