import { writeIcs } from '../../../src/ics/write-ics.ts';
import { CALENDAR } from './sample.ts';

process.stdout.write(writeIcs(CALENDAR));
