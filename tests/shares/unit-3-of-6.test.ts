import { loadShare } from '../support/load-share.ts';

await loadShare(3, 6);
