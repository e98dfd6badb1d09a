import { useEffect, useRef } from 'react';
import { Icon } from './icons';

const TYPING_PAUSE_MS = 250;

interface Properties {
  /** The search of the address. */
  text: string;
  onSearch: (text: string) => void;
}

/** The input of a search, and the ways to send its text: at once, or when a pause in typing ends. */
function useSending({ text, onSearch }: Properties) {
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Back, forward and cleared filters change the address without the box.
  useEffect(() => {
    if (text === sent.current || !input.current) return;
    sent.current = text;
    input.current.value = text;
  }, [text]);

  const send = () => {
    clearTimeout(timer.current);
    const typed = input.current?.value.trim() ?? '';
    if (typed === sent.current) return;
    sent.current = typed;
    onSearch(typed);
  };
  const sendSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(send, TYPING_PAUSE_MS);
  };
  return { input, send, sendSoon };
}

/**
 * A box that searches while one types. The box is the browser's: text that was typed before scripts came stays
 * in it.
 */
export function SearchBox({ text, onSearch }: Properties) {
  const { input, send, sendSoon } = useSending({ text, onSearch });
  return (
    <div className="search-box">
      <Icon name="search" />
      <input
        type="search"
        name="search"
        aria-label="Search jobs"
        placeholder="Title, skill or company"
        ref={input}
        defaultValue={text}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
        onChange={sendSoon}
        onKeyDown={(event) => event.key === 'Enter' && send()}
      />
      <kbd className="needs-script" aria-hidden="true">
        /
      </kbd>
      <button type="submit" className="button primary">
        Search
      </button>
    </div>
  );
}
