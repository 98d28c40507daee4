/** How one thing is: well, to be looked at, or such that a command will fail. */
export type State = 'well' | 'look' | 'ill';

/** What was found of one thing. */
export interface Finding {
  about: string;
  state: State;
  /** What is so; where it is not well, also what to do. */
  says: string;
}

const SIGNS: Record<State, string> = { well: '好　　', look: '请看一看', ill: '不行　' };

/** Findings as lines, in their order, and a last one that sums them up. */
export function linesOfFindings(findings: readonly Finding[]): string[] {
  const count = (state: State) => findings.filter((finding) => finding.state === state).length;
  const [ill, look] = [count('ill'), count('look')];
  const sum =
    ill > 0 ? `${ill} 处不行，先按上面说的改。` : look > 0 ? `都能用，${look} 处请看一看。` : '都好。';
  return [...findings.map(({ about, state, says }) => `${SIGNS[state]}　${about}：${says}`), '', sum];
}

const GIGABYTE = 1e9;
/** A build of ten thousand entries writes about a gigabyte twice; a small one a tenth of it. */
const ROOM = { least: 0.2 * GIGABYTE, enough: 2 * GIGABYTE };

/** Whether so many bytes are room enough to build. */
export function roomFinding(about: string, free: number): Finding {
  const says = `还空 ${(free / GIGABYTE).toFixed(1)} GB`;
  if (free < ROOM.least) return { about, state: 'ill', says: `${says}，生成不了 — 腾出至少 2 GB` };
  return free < ROOM.enough
    ? { about, state: 'look', says: `${says}，篇目多时不够 — 腾出至少 2 GB` }
    : { about, state: 'well', says };
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Whether the clock can be right: no file can have been changed after now. Milliseconds since 1970. Deadlines and calendars
 * are counted from the day that it gives.
 */
export function clockFinding(now: number, newest: number | undefined): Finding {
  const at = new Date(now).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
  const says = `北京时间 ${at}`;
  return newest !== undefined && newest > now + DAY
    ? { about: '时钟', state: 'ill', says: `${says}，内容里有文件改于这之后 — 校准本机的时钟` }
    : { about: '时钟', state: 'well', says };
}
