import { writeCalendar } from '../../../src/ics/write-calendar.ts';
import { CALENDAR } from './sample.ts';

process.stdout.write(writeCalendar(CALENDAR));
