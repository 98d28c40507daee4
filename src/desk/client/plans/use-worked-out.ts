import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../ask.ts';

const PAUSE = 250;

/** What the server makes of a request that changes while somebody types; asked when nothing has changed for a moment. */
export function useWorkedOut<Answer>(
  route: string,
  body: unknown,
): { answer: Answer | undefined; trouble: string | undefined } {
  const [answer, setAnswer] = useState<Answer>();
  const [trouble, setTrouble] = useState<string>();
  const isFirst = useRef(true);
  const words = JSON.stringify(body);
  useEffect(() => {
    let isCurrent = true;
    const work = async () => {
      try {
        const found = await ask<Answer>(route, { method: 'POST', body: JSON.parse(words) as unknown });
        if (!isCurrent) return;
        setAnswer(found);
        setTrouble(undefined);
      } catch (error) {
        if (isCurrent) setTrouble((error as Error).message);
      }
    };
    const timer = setTimeout(() => void work(), isFirst.current ? 0 : PAUSE);
    isFirst.current = false;
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [route, words]);
  return { answer, trouble };
}
