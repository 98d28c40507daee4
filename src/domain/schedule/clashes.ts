import type { Day } from '../day.ts';
import { bookingsOf, type Booking } from './bookings.ts';
import type { Schedule } from './schedule.ts';

/** One speaker or place wanted by two or more units at once. */
export interface DoubleBooking {
  kind: 'double booking';
  of: 'speaker' | 'place';
  name: string;
  day: Day;
  bookings: { unit: string; plan: string; session: string; time?: string | undefined }[];
}

/** Every double booking across units, by day and name. */
export function doubleBookings(schedules: readonly Schedule[]): DoubleBooking[] {
  const byThing = new Map<string, Booking[]>();
  for (const booking of schedules.flatMap(bookingsOf)) {
    const key = `${booking.day}|${booking.of}|${booking.name}`;
    const same = byThing.get(key);
    if (same) same.push(booking);
    else byThing.set(key, [booking]);
  }
  return [...byThing]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, bookings]) => {
      const clashing = clashingIn(bookings);
      const first = clashing[0];
      if (!first) return [];
      const { of, name, day } = first;
      return [
        {
          kind: 'double booking',
          of,
          name,
          day,
          bookings: clashing.map(({ unit, plan, session, time }) => ({ unit, plan, session, time })),
        },
      ];
    });
}

function clashingIn(bookings: readonly Booking[]): Booking[] {
  if (new Set(bookings.map(({ joint, unit }) => joint || unit)).size < 2) return [];
  return bookings.filter((one) => bookings.some((other) => clash(one, other)));
}

function clash(a: Booking, b: Booking): boolean {
  if (a.unit === b.unit) return false;
  if (a.joint !== '' && a.joint === b.joint) return false;
  return a.from < b.until && b.from < a.until;
}
