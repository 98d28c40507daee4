import { loadShare } from '../support/load-share.ts';

await loadShare(4, 6);
