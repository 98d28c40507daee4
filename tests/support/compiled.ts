import { join } from 'node:path';
import { ROOT } from './site.ts';

// Loaded by whoever runs the tests: their processes, and the commands that they start, share compiled code as those of users do.
process.env['NODE_COMPILE_CACHE'] ??= join(ROOT, 'node_modules/.cache/zhixing/commands');
