/** The time of day `hours` after `time` (`HH:MM`), at the latest `23:59`. */
export function addHours(time: string, hours: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const end = Math.min(hour * 60 + minute + Math.round(hours * 60), 24 * 60 - 1);
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}
