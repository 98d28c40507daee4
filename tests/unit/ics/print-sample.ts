import { writeCalendar } from '../../../src/calendar/write-calendar.ts';
import { CALENDAR } from './sample.ts';

process.stdout.write(writeCalendar(CALENDAR));
