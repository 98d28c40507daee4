import { useEffect, useState } from 'preact/hooks';

let tell: (words: string) => void = () => undefined;

/** Says something in one line, which screen readers read out. */
export function say(words: string): void {
  tell(words);
}

/** Does something and says why where it was not done. */
export async function trying(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    say((error as Error).message);
  }
}

/** The line in which the desk says what happened. */
export function Said() {
  const [words, setWords] = useState('');
  useEffect(() => {
    tell = setWords;
  }, []);
  return (
    <p class="said" role="status" data-said>
      {words}
    </p>
  );
}
