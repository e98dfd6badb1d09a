import { type RefObject, useEffect } from 'react';
import { type Finding, type Texts, isKept } from './documents';

/* The words that scope and pay were read from, marked where they stand. Nothing is changed in the text for it
   (https://drafts.csswg.org/css-highlight-api-1/). */

const NAME = 'reason';

/** The words that decided, as the core tells them. */
export function wordsOf(finding: Finding, texts?: Texts): string[] {
  if (!isKept(finding)) return wordsOfReason(finding.reason);
  const pay = texts?.amounts.filter(({ passedOver }) => passedOver === null).map(({ words }) => words) ?? [];
  return [finding.scopeReason?.words ?? '', ...pay].map((words) => words.trim()).filter((words) => words.length > 1);
}

/** "location says on-site": the word in each of its spellings. */
function wordsOfReason(reason: string): string[] {
  const [, word] = / says (.+)$/.exec(reason) ?? [];
  return word ? [...new Set([word, word.replaceAll('-', ''), word.replaceAll('-', ' '), word.replaceAll('-', '_')])] : [];
}

/** The places of words in a text, in any case: from and to. */
export function placesOf(text: string, words: readonly string[]): [number, number][] {
  const lower = text.toLowerCase();
  return words.flatMap((word) => {
    const places: [number, number][] = [];
    const wanted = word.toLowerCase();
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      places.push([at, at + wanted.length]);
    }
    return places;
  });
}

function rangesIn(element: Element, words: readonly string[]): Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const [from, to] of placesOf(node.nodeValue ?? '', words)) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  }
  return ranges;
}

/** Marks words in an element after each time it is drawn, in browsers that can. */
export function useMarks(element: RefObject<Element | null>, words: readonly string[]) {
  useEffect(() => {
    if (!element.current || !('highlights' in CSS)) return;
    CSS.highlights.set(NAME, new Highlight(...rangesIn(element.current, words)));
    return () => void CSS.highlights.delete(NAME);
  });
}
