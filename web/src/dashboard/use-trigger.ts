import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, askApi } from '../api/client';
import { type Answer, type Outcome, describe } from './outcome';
import { forgetToken, keepToken, readToken } from './token';

/** Something to be written: a path of the API, and what readers call it. */
export interface Action {
  path: string;
  name: string;
  /** What the button that begins it says, where that is not "Run". */
  verb?: string;
  /** The slug of the board that is to be synced. */
  company?: string;
  body?: object;
}

/** What the API answers to a wrong token, and to all once there were too many of them. */
const REFUSED = 'unauthorized';
const TOO_MANY = 'too_many_attempts';

function post({ path, body }: Action, token: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return askApi<Answer>(path, { method: 'POST', headers, body: body && JSON.stringify(body) });
}

/**
 * Runs actions that need the token: it is asked for once, kept for the tab, and asked for again where
 * the server refuses it.
 */
export function useTrigger() {
  const queryClient = useQueryClient();
  const [running, setRunning] = useState<readonly string[]>([]);
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>>>({});
  const [asking, setAsking] = useState<{ action: Action; wasRefused: boolean }>();

  const note = (path: string, outcome: Outcome) => setOutcomes((all) => ({ ...all, [path]: outcome }));

  const perform = async (action: Action, token: string) => {
    setRunning((paths) => [...paths, action.path]);
    setOutcomes(({ [action.path]: _, ...others }) => others);
    try {
      note(action.path, describe(await post(action, token), action.company));
    } catch (error) {
      const code = error instanceof ApiError ? error.code : '';
      if (code === REFUSED || code === TOO_MANY) forgetToken();
      if (code === REFUSED) setAsking({ action, wasRefused: true });
      else note(action.path, { isGood: false, text: (error as Error).message });
    } finally {
      setRunning((paths) => paths.filter((path) => path !== action.path));
      void queryClient.invalidateQueries({ queryKey: ['dashboard'] });
    }
  };

  return {
    asking,
    run(action: Action) {
      const token = readToken();
      if (token) void perform(action, token);
      else setAsking({ action, wasRefused: false });
    },
    /** Answers what `asking` asks; without a token the action is dropped. */
    giveToken(token?: string) {
      setAsking(undefined);
      if (!token || !asking) return;
      keepToken(token);
      void perform(asking.action, token);
    },
    isRunning: (path: string) => running.includes(path),
    outcomeOf: (path: string): Outcome | undefined => outcomes[path],
  };
}

export type Trigger = ReturnType<typeof useTrigger>;
