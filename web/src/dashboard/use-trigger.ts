import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, askApi, askBytes } from '../api/client';
import { type Answer, type Outcome, describe } from './outcome';
import type { WorkerId } from './documents';
import { forgetToken, keepToken, readToken } from './token';

/** An action that writes: a path of the API, and its name for readers. */
export interface Action {
  path: string;
  name: string;
  /** The text of the button that begins it, where that is not "Run". */
  verb?: string;
  /** The board to sync. */
  company?: string;
  /** The worker that takes part in it. */
  worker?: WorkerId;
  /** The subject under which its outcome is told, where several actions share that; else its path. */
  about?: string;
  body?: object;
  /** Takes the answer, where that is no document: what came of it, in words. */
  take?: (answer: Uint8Array) => string;
}

/** The API's answer to a wrong token, and to any token once there were too many wrong ones. */
const REFUSED = 'unauthorized';
const TOO_MANY = 'too_many_attempts';

async function post(action: Action, token: string): Promise<Outcome> {
  const { path, body, take } = action;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: body && JSON.stringify(body) };
  if (take) return { isGood: true, text: take(await askBytes(path, init)) };
  return describe(await askApi<Answer>(path, init), action);
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
  const [last, setLast] = useState<string>();

  const perform = async (action: Action, token: string) => {
    const { about = action.path } = action;
    const note = (outcome: Outcome) => setOutcomes((all) => ({ ...all, [about]: outcome }));
    setLast(action.about);
    setRunning((all) => [...all, about]);
    setOutcomes(({ [about]: _, ...others }) => others);
    try {
      note(await post(action, token));
    } catch (error) {
      const code = error instanceof ApiError ? error.code : '';
      if (code === REFUSED || code === TOO_MANY) forgetToken();
      if (code !== REFUSED) return note({ isGood: false, text: (error as Error).message });
      setAsking({ action, wasRefused: true });
    } finally {
      setRunning((all) => all.filter((one) => one !== about));
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
    /** Answers the question of `asking`; without a token the action is dropped. */
    giveToken(token?: string) {
      setAsking(undefined);
      if (!token || !asking) return;
      keepToken(token);
      void perform(asking.action, token);
    },
    /** The row that was last acted on. */
    last,
    isRunning: (about: string) => running.includes(about),
    outcomeOf: (about: string): Outcome | undefined => outcomes[about],
  };
}

export type Trigger = ReturnType<typeof useTrigger>;
