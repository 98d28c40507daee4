import { loadShare } from '../support/load-share.ts';

await loadShare(5, 6);
