import { useState } from 'preact/hooks';

const KEY = 'zhixing-desk-role';

/** The post of who corrects, as this browser remembers it. */
export function useRole(): [role: string, setRole: (role: string) => void] {
  const [role, setRole] = useState(() => localStorage.getItem(KEY) ?? '');
  return [
    role,
    (changed) => {
      localStorage.setItem(KEY, changed);
      setRole(changed);
    },
  ];
}
