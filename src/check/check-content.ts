import type { Day } from '../domain/day.ts';
import type { Visibility } from '../domain/visibility.ts';
import { compareFaults, withoutExcess, type Fault } from '../source/fault.ts';
import { readContent, type Content, type EarlierReading } from '../source/read-content.ts';
import type { Bodies } from '../site/bodies.ts';
import { DEFAULT_ADDRESS, type SiteAddress } from '../source/settings.ts';
import { bodyFaults } from './bodies.ts';
import { correctionFaults } from './corrections.ts';
import { essayFaults } from './essays.ts';
import { formulaDoubts, formulaFaults } from './formulas.ts';
import { handedInDoubts, handedInFaults } from './handed-in.ts';
import { hiddenReferenceDoubts } from './hidden-references.ts';
import { mediaFaults, type KnownMedia } from './media.ts';
import { referenceFaults } from './references.ts';
import { pictureMarkFaults } from './picture-marks.ts';
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
  /** The bodies in it, those read that had to be. */
  bodies: Bodies;
  faults: Fault[];
}

/** The same with everything else that an editor should look at. */
export interface CheckedContent extends JudgedContent {
  /** 待核: what does not add up, for the editor only. Stops nothing. */
  doubts: Doubt[];
}

/** What an earlier reading leaves for the next, files of `media/` included, and where the site is published. */
export interface JudgeOptions extends Partial<EarlierReading> {
  media?: KnownMedia;
  address?: SiteAddress;
}

/** A content folder with its faults: all that a build needs. What an earlier reading knows is not parsed again. */
export async function judgeContent(contentDir: string, options: JudgeOptions = {}): Promise<JudgedContent> {
  const content = await readContent(contentDir, options);
  const register = registerOf(content);
  const { bodies } = register;
  if (content.isUnread) return { content, bodies, faults: content.faults };
  return { content, bodies, faults: await faultsOf(content, register, contentDir, options) };
}

export interface CheckOptions extends JudgeOptions {
  /** Only decides whether a year's official calendar is overdue; defaults to the clock. */
  today?: Day | undefined;
  /** The audience: only decides which references lead to something that is not shown. */
  visibility?: Visibility | undefined;
}

const FOR_READERS: Visibility = { audience: 'public', drafts: false };

/** A content folder read whole. */
export async function checkContent(
  contentDir: string,
  { today = todayInShanghai(), visibility = FOR_READERS, ...options }: CheckOptions = {},
): Promise<CheckedContent> {
  const content = await readContent(contentDir, options);
  const register = registerOf(content);
  const { bodies } = register;
  if (content.isUnread) return { content, bodies, faults: content.faults, doubts: [] };
  const doubts = [
    ...scheduleDoubts(content, register.site(), today),
    ...handedInDoubts(content),
    ...textDoubts(content, bodies),
    ...formulaDoubts(content, register),
    ...hiddenReferenceDoubts(content, visibility, bodies),
  ];
  return {
    content,
    bodies,
    faults: await faultsOf(content, register, contentDir, options),
    doubts: withoutSettled(doubts, content).sort(compareFaults),
  };
}

async function faultsOf(
  content: Content,
  register: Register,
  contentDir: string,
  { media, address = DEFAULT_ADDRESS }: JudgeOptions,
): Promise<Fault[]> {
  const faults = [
    ...content.faults,
    ...uniqueNameFaults(content),
    ...pictureMarkFaults(content),
    ...referenceFaults(content, register),
    ...scheduleFaults(content, register),
    ...tableCellFaults(content, register),
    ...essayFaults(content, register),
    ...handedInFaults(content, register),
    ...(await bodyFaults(content, register, contentDir, address)),
    ...correctionFaults(content, register),
    ...(await mediaFaults(contentDir, media)),
    ...formulaFaults(content, register),
  ];
  return withoutExcess(faults.sort(compareFaults)).sort(compareFaults);
}
