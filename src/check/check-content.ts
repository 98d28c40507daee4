import type { Day } from '../domain/day.ts';
import { compareFaults, withoutExcess, type Fault } from '../source/fault.ts';
import { readContent, type Content, type EarlierReading } from '../source/read-content.ts';
import { bodyFaults } from './bodies.ts';
import { correctionFaults } from './corrections.ts';
import { essayFaults } from './essays.ts';
import { formulaDoubts, formulaFaults } from './formulas.ts';
import { handedInDoubts, handedInFaults } from './handed-in.ts';
import { pictureFaults } from './pictures.ts';
import { referenceFaults } from './references.ts';
import { registerOf, type Register } from './register.ts';
import type { Doubt } from './doubt.ts';
import { scheduleDoubts } from './schedule-doubts.ts';
import { scheduleFaults } from './schedules.ts';
import { withoutSettled } from './settle.ts';
import { tableCellFaults } from './table-cells.ts';
import { textDoubts } from './text-doubts.ts';
import { todayInShanghai } from './today.ts';
import { uniqueNameFaults } from './unique-names.ts';

/** What a content folder holds and what stops a build, in the order of files and lines. */
export interface JudgedContent {
  content: Content;
  faults: Fault[];
}

/** The same with everything else that an editor should look at. */
export interface CheckedContent extends JudgedContent {
  /** 待核: what does not add up, for the editor only. Stops nothing. */
  doubts: Doubt[];
}

/** A content folder read whole, with its faults: all that a build wants to know. What an earlier reading knows is not parsed again. */
export async function judgeContent(
  contentDir: string,
  earlier?: Partial<EarlierReading>,
): Promise<JudgedContent> {
  const content = await readContent(contentDir, earlier);
  return { content, faults: await faultsOf(content, registerOf(content), contentDir) };
}

/** A content folder read whole. `today` decides only whether a year's official calendar is missing by now; without it, the clock does. */
export async function checkContent(
  contentDir: string,
  { today = todayInShanghai(), ...earlier }: { today?: Day | undefined } & Partial<EarlierReading> = {},
): Promise<CheckedContent> {
  const content = await readContent(contentDir, earlier);
  const register = registerOf(content);
  const doubts = [
    ...scheduleDoubts(content, today),
    ...handedInDoubts(content),
    ...textDoubts(content),
    ...formulaDoubts(content, register),
  ];
  return {
    content,
    faults: await faultsOf(content, register, contentDir),
    doubts: withoutSettled(doubts, content).sort(compareFaults),
  };
}

async function faultsOf(content: Content, register: Register, contentDir: string): Promise<Fault[]> {
  const faults = [
    ...content.faults,
    ...uniqueNameFaults(content),
    ...referenceFaults(content, register),
    ...scheduleFaults(content, register),
    ...tableCellFaults(content, register),
    ...essayFaults(content, register),
    ...handedInFaults(content, register),
    ...(await bodyFaults(content, register, contentDir)),
    ...correctionFaults(content, register),
    ...(await pictureFaults(contentDir)),
    ...formulaFaults(content, register),
  ];
  return withoutExcess(faults.sort(compareFaults)).sort(compareFaults);
}
