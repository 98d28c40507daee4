import type { Reading } from './host.ts';

/** A step of a path that means itself in addresses, file systems and the configuration of servers; none is hidden. */
const STEP = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/;

/** Reads the path below which a site lies. `study`, `/study` and `/study/` are the same, given as `/study/`; `/` is the top of the host. */
export function readBasePath(text: string): Reading<string> {
  const inner = text.replace(/^\/+|\/+$/g, '');
  if (inner === '') return { value: '/' };
  if (inner.split('/').every((step) => STEP.test(step) && !step.includes('..')))
    return { value: `/${inner}/` };
  return { problem: '应像 /study 这样只用英文、数字、连字符' };
}
