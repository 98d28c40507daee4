import type { Deadline } from '../schemas/deadline.ts';
import type { Fault, Place } from '../source/fault.ts';
import type { Content, Item } from '../source/read-content.ts';
import {
  campaignOf,
  campaignReferenceFaults,
  entryReferenceFaults,
  unitReferenceFaults,
} from './named-references.ts';

/** Faults of checklists: references that name nothing, deadlines that lean on a stage or session that is not there. */
export function checklistFaults(content: Content): Fault[] {
  return content.items.checklists.flatMap((checklist) => {
    const { fields, placeOf } = checklist;
    return [
      ...campaignReferenceFaults(content, fields.campaign, placeOf(['campaign'])),
      ...unitReferenceFaults(content, fields.units ?? [], (index) => placeOf(['units', index])),
      ...entryReferenceFaults(content, fields.basis, placeOf(['basis'])),
      ...stageFaults(checklist, content),
    ];
  });
}

function stageFaults({ fields, placeOf }: Item<'checklists'>, content: Content): Fault[] {
  const campaign = campaignOf(content, fields.campaign);
  const stages = campaign?.fields.stages?.map(({ id }) => id) ?? [];
  const problem = (stage: string, place: Place): Fault[] => {
    if (fields.campaign === undefined) {
      return [
        {
          ...place,
          reason: `写了阶段 ${stage}，没有写专题活动`,
          remedy: '加上 campaign: campaigns/ 里的文件名',
        },
      ];
    }
    if (!campaign || stages.includes(stage)) return [];
    return [
      {
        ...place,
        reason: `专题活动没有阶段 ${stage}`,
        remedy: `可用的阶段代号：${stages.join('、') || '无'}`,
      },
    ];
  };
  return [
    ...(fields.stage === undefined ? [] : problem(fields.stage, placeOf(['stage']))),
    ...fields.items.flatMap(({ deadline }, index) => {
      const place = placeOf(['items', index, 'deadline']);
      return stagesIn(deadline).flatMap((stage) => problem(stage, place));
    }),
  ];
}

/** The stages that a deadline leans on. */
function stagesIn(deadline: Deadline | undefined): string[] {
  if (deadline === undefined || typeof deadline === 'string') return [];
  const moments: unknown[] = [
    deadline,
    ...(['after', 'before', 'from', 'until'] as const).map(
      (key) => (deadline as Record<string, unknown>)[key],
    ),
  ];
  return moments.flatMap((moment) =>
    typeof moment === 'object' && moment !== null && 'stage' in moment ? [String(moment.stage)] : [],
  );
}
