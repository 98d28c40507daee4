import { loadShare } from '../support/load-share.ts';

await loadShare(1, 6);
