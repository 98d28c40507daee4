import type { Face, Margins, StatedFormat } from '../essays/format.ts';
import { sizeName } from '../essays/type-sizes.ts';
import { isSameFace } from '../essays/typefaces.ts';
import type { CheckedParagraph, CheckedText, LinePitch } from './checked-text.ts';
import type { Finding, Part } from './finding.ts';
import type { Frame } from './frame.ts';
import { headingNumber, isHeadingAlone } from './headings.ts';

/** Tolerances in millimetres and points for the rounding of programs. */
const MARGIN_ROUNDING = 0.6;
const POINT_ROUNDING = 0.3;
const FIRST_WORDS = 16;
const HAN = /\p{Script=Han}/u;
const SIDES = ['top', 'bottom', 'left', 'right'] as const;

type FormatFinding = Extract<Finding, { numbers: number[] }>;

/**
 * Where the format of a file differs from the call; properties on which the call is silent are not checked. The same fault in several paragraphs
 * is reported once.
 */
export function checkFormat(text: CheckedText, frame: Frame, stated: StatedFormat): Finding[] {
  const findings = [
    ...(frame.title ? faceFindings(frame.title, stated.title, { part: 'title' }) : []),
    ...frame.inner.flatMap((paragraph) => paragraphFindings(paragraph, stated)),
  ];
  return [...marginFindings(text.margins, stated.margins), ...together(findings)];
}

function paragraphFindings(paragraph: CheckedParagraph, stated: StatedFormat): FormatFinding[] {
  return [...innerFaceFindings(paragraph, stated), ...pitchFindings(paragraph, stated.linePitch)];
}

function innerFaceFindings(paragraph: CheckedParagraph, stated: StatedFormat): FormatFinding[] {
  const heading = headingNumber(paragraph);
  if (!heading) return faceFindings(paragraph, stated.body, { part: 'body' });
  const { level } = heading;
  const wanted = headingFace(stated, level);
  if (isHeadingAlone(paragraph)) return faceFindings(paragraph, wanted, { part: 'heading', level });
  const runs = (paragraph.runs ?? []).filter((run) => faceProblems(run, wanted).length > 0);
  return faceFindings({ ...paragraph, runs }, stated.body, { part: 'body' });
}

/** A level that the call does not name is set like the body except for the face that GB/T 9704 gives it, so only its size is checked. */
function headingFace({ headings, body }: StatedFormat, level: number): Face {
  const face = headings[level - 1];
  return face ? { ...face, size: face.size ?? body.size } : { size: body.size };
}

interface FaceProblem {
  kind: 'face' | 'size' | 'bold';
  found: string;
  wanted: string;
}

function faceProblems(
  run: { face?: string | undefined; size?: number | undefined; isBold: boolean },
  wanted: Face,
): FaceProblem[] {
  const problems: FaceProblem[] = [];
  if (wanted.name !== undefined && run.face !== undefined && !isSameFace(run.face, wanted.name)) {
    problems.push({ kind: 'face', found: run.face, wanted: wanted.name });
  }
  if (
    wanted.size !== undefined &&
    run.size !== undefined &&
    Math.abs(run.size - wanted.size) > POINT_ROUNDING
  ) {
    problems.push({ kind: 'size', found: sizeName(run.size), wanted: sizeName(wanted.size) });
  }
  if (wanted.isBold && !run.isBold) problems.push({ kind: 'bold', found: '不加粗', wanted: '加粗' });
  return problems;
}

function faceFindings({ number, runs = [] }: CheckedParagraph, wanted: Face, part: Part): FormatFinding[] {
  return runs
    .filter(({ text }) => HAN.test(text))
    .flatMap((run) =>
      faceProblems(run, wanted).map((problem): FormatFinding => ({
        ...problem,
        ...part,
        number,
        numbers: [number],
        words: run.text.trim().slice(0, FIRST_WORDS),
      })),
    );
}

function pitchFindings(
  { number, text, linePitch }: CheckedParagraph,
  wanted: number | undefined,
): FormatFinding[] {
  if (wanted === undefined || linePitch === undefined) return [];
  if (linePitch.rule === 'exact' && Math.abs(linePitch.value - wanted) <= POINT_ROUNDING) return [];
  return [
    {
      kind: 'line pitch',
      part: 'body',
      number,
      numbers: [number],
      words: text.slice(0, FIRST_WORDS),
      found: pitchWords(linePitch),
      wanted: `固定值 ${wanted} 磅`,
    },
  ];
}

function pitchWords({ rule, value }: LinePitch): string {
  const rounded = Math.round(value * 100) / 100;
  if (rule === 'multiple') return `${rounded} 倍行距`;
  return `${rule === 'exact' ? '固定值' : '最小值'} ${rounded} 磅`;
}

function marginFindings(sections: readonly Margins[], wanted: Margins | undefined): Finding[] {
  if (!wanted) return [];
  return SIDES.flatMap((side): Finding[] => {
    const off = sections.find((margins) => Math.abs(margins[side] - wanted[side]) > MARGIN_ROUNDING);
    return off
      ? [{ kind: 'margin', side, found: Math.round(off[side] * 10) / 10, wanted: wanted[side] }]
      : [];
  });
}

function together(findings: readonly FormatFinding[]): FormatFinding[] {
  const byWhat = new Map<string, FormatFinding>();
  for (const finding of findings) {
    const { kind, part, level, found } = finding;
    const key = JSON.stringify([kind, part, level, found]);
    const same = byWhat.get(key);
    if (!same) byWhat.set(key, { ...finding, numbers: [...finding.numbers] });
    else if (!same.numbers.includes(finding.number ?? 0)) same.numbers.push(...finding.numbers);
  }
  return [...byWhat.values()];
}
