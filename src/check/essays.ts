import { parseFace, parseMargins } from '../domain/essays/format.ts';
import { GAPS, unknownGaps } from '../domain/essays/file-name.ts';
import { pointsOf } from '../domain/essays/type-sizes.ts';
import type { Fault } from '../source/fault.ts';
import type { Content, Item } from '../source/read-content.ts';
import { campaignFault, unitFaults } from './dangling.ts';
import type { Register } from './register.ts';

/** Faults of essay calls: references to nothing, and a format or file name that template and self-check could not follow. */
export function essayFaults(content: Content, register: Register): Fault[] {
  return content.items.essays.flatMap((call) => [
    ...campaignFault(register, call.fields.campaign, call.positionOf),
    ...unitFaults(register, call.fields.units, (index) => call.positionOf(['units', index])),
    ...formatFaults(call),
    ...gapFaults(call),
  ]);
}

function formatFaults({ fields: { format }, positionOf }: Item<'essays'>): Fault[] {
  if (!format) return [];
  const faults: Fault[] = [];
  if (format.margins !== undefined && !parseMargins(format.margins)) {
    faults.push({
      ...positionOf(['format', 'margins']),
      reason: `页边距“${format.margins}”读不出四边`,
      remedy: '写成 上37 下35 左28 右26（毫米）',
    });
  }
  for (const field of ['titleSize', 'bodySize'] as const) {
    const size = format[field];
    if (size === undefined || pointsOf(size) !== undefined) continue;
    faults.push({
      ...positionOf(['format', field]),
      reason: `没有字号“${size}”`,
      remedy: '写成 二号、小三、16磅 这样的字号；其他要求写进 note',
    });
  }
  format.headings?.forEach((heading, index) => {
    if (parseFace(heading).name !== undefined) return;
    faults.push({
      ...positionOf(['format', 'headings', index]),
      reason: `标题的字体“${heading}”没有写出字体`,
      remedy: '写成 黑体、楷体_GB2312、三号仿宋_GB2312加粗',
    });
  });
  return faults;
}

function gapFaults({ fields, positionOf }: Item<'essays'>): Fault[] {
  return (['fileName', 'subjectLine'] as const).flatMap((field) =>
    unknownGaps(fields[field] ?? '').map((gap) => ({
      ...positionOf([field]),
      reason: `花括号里的“${gap}”不认识`,
      remedy: `只用 ${GAPS.map((known) => `{${known}}`).join('、')}`,
    })),
  );
}
