import type { Fault, SourcePosition } from '../source/fault.ts';
import type { Content, Item } from '../source/read-content.ts';
import { campaignFault, entryFault, unitFaults } from './dangling.ts';
import { deadlineFaults, scopeOfCampaign, stageFault, stagesOf } from './moments.ts';
import type { Register } from './register.ts';

/** Faults of checklists: references to nothing, deadlines counted from a stage or session that does not exist. */
export function checklistFaults(content: Content, register: Register): Fault[] {
  return content.items.checklists.flatMap((checklist) => {
    const { fields, positionOf } = checklist;
    return [
      ...campaignFault(register, fields.campaign, positionOf),
      ...unitFaults(register, fields.units, (index) => positionOf(['units', index])),
      ...entryFault(register, fields.basis, positionOf(['basis'])),
      ...(fields.campaign === undefined
        ? stagesWithoutCampaign(checklist)
        : stageFaults(checklist, register)),
    ];
  });
}

function stageFaults({ fields, positionOf }: Item<'checklists'>, register: Register): Fault[] {
  const campaign = register.campaign(fields.campaign);
  if (!campaign) return [];
  const scope = scopeOfCampaign(campaign, register);
  return [
    ...(fields.stage === undefined ? [] : stageFault(fields.stage, campaign, positionOf(['stage']))),
    ...fields.items.flatMap(({ deadline }, index) =>
      deadlineFaults(deadline, ['items', index, 'deadline'], positionOf, scope, register),
    ),
  ];
}

function stagesWithoutCampaign({ fields, positionOf }: Item<'checklists'>): Fault[] {
  const named: [string, SourcePosition][] = [
    ...(fields.stage === undefined
      ? []
      : ([[fields.stage, positionOf(['stage'])]] as [string, SourcePosition][])),
    ...fields.items.flatMap(({ deadline }, index) =>
      stagesOf(deadline, ['items', index, 'deadline']).map(([stage, path]): [string, SourcePosition] => [
        stage,
        positionOf(path),
      ]),
    ),
  ];
  return named.map(([stage, place]) => ({
    ...place,
    reason: `写了阶段 ${stage}，没有写专题活动`,
    remedy: '加上 campaign: campaigns/ 里的文件名',
  }));
}
