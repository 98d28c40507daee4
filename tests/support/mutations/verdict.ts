import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatFault, type Fault } from '../../../src/source/fault.ts';
import type { Answer } from './guarded.ts';

/** Seconds of the processor that a check may take beside those that its size explains, and for every megabyte. */
const SECONDS_ANYWAY = 2;
const SECONDS_A_MEGABYTE = 60;
/** What a person still reads as one line. */
const LONGEST_LINE = 1000;
/** Words of a program that gave up, not of one that understood. */
const INTERNAL =
  /\b(?:undefined|NaN|TypeError|RangeError|SyntaxError|Cannot|Invalid|Unexpected|ENOENT|EISDIR|ENAMETOOLONG)\b|\[object/;

/** The time that a task of so many bytes may take. */
export function secondsFor(bytes: number): number {
  return SECONDS_ANYWAY + (bytes / 1_000_000) * SECONDS_A_MEGABYTE;
}

/** What is wrong with an answer of the check; nothing, where every fault and doubt of it has a place and words. */
export function complaints({ thrown, faults = [], doubts = [] }: Answer, folder: string): string[] {
  if (thrown !== undefined) return [thrown];
  return [
    ...faults.flatMap((fault) => said(fault, [...placeComplaints(fault, folder), ...wordComplaints(fault)])),
    ...doubts.flatMap((doubt) =>
      said(doubt, [
        ...(isMissingTable(doubt) ? [] : placeComplaints(doubt, folder)),
        ...wordComplaints(doubt),
      ]),
    ),
  ];
}

function said(fault: Fault, complaints: readonly string[]): string[] {
  return complaints.map((words) => `${words}: ${formatFault(fault).slice(0, 300)}`);
}

/** The table of a year that is not out yet is asked for where it is to be written. */
function isMissingTable({ file }: Fault): boolean {
  return /^calendar\/\d{4}\.yaml$/.test(file);
}

function placeComplaints({ file, line, column }: Fault, folder: string): string[] {
  if (file.startsWith('/') || file.split('/').includes('..')) return ['a path that is not relative'];
  if (!statSync(join(folder, file), { throwIfNoEntry: false })?.isFile()) return ['a file that is not there'];
  if (!Number.isInteger(line) || line < 1 || !Number.isInteger(column) || column < 1)
    return ['a place that is none'];
  if (file.endsWith('.xlsx')) return [];
  const lines = readFileSync(join(folder, file), 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/);
  if (line > lines.length) return [`a line that is not there, of ${lines.length}`];
  const { length } = lines[line - 1] ?? '';
  return column > length + 1 ? [`a column that is not there, of ${length}`] : [];
}

function wordComplaints(fault: Fault): string[] {
  const { reason, remedy } = fault;
  const line = formatFault(fault);
  return [
    ...(/\p{Script=Han}/u.test(reason) && /\p{Script=Han}/u.test(remedy) ? [] : ['not in Chinese']),
    ...(INTERNAL.test(reason) || INTERNAL.test(remedy) ? ['the words of an error'] : []),
    ...(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(line) ? ['more than a line'] : []),
    ...(line.length > LONGEST_LINE ? ['a line that nobody reads'] : []),
  ];
}
