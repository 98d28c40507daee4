import { loadShare } from '../support/load-share.ts';

await loadShare(6, 6);
