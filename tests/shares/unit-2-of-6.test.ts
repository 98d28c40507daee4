import { loadShare } from '../support/load-share.ts';

await loadShare(2, 6);
