import { isExempt } from '../domain/receipts/receipt-table.ts';
import { findMatter } from '../domain/receipts/matter.ts';
import type { Fault } from '../source/fault.ts';
import type { Content } from '../source/read-content.ts';
import { unitFault } from './dangling.ts';
import type { Register } from './register.ts';

interface KnownMatter {
  campaign: string;
  id: string;
  title: string;
  call?: string | undefined;
}

/** Faults of receipts: units and matters that do not exist, a matter that two campaigns have, rows without a day. */
export function receiptFaults(content: Content, register: Register): Fault[] {
  const matters = knownMatters(content, register);
  return content.items.receipts.flatMap(({ id, fields: { rows }, positionOf }) =>
    rows.flatMap((row, index) => {
      const place = positionOf(['rows', index]);
      const faults = unitFault(register, row.unit, place);
      const campaigns = new Set(
        matters.filter((matter) => findMatter(row.matter, [matter])).map(({ campaign }) => campaign),
      );
      if (campaigns.size === 0 && !isFaultyMatter(row.matter, id, register)) {
        faults.push({ ...place, reason: `没有叫“${row.matter}”的事项`, remedy: remedyFor(id, matters) });
      }
      if (campaigns.size > 1 && !campaigns.has(id)) {
        const remedy = `把文件名改成专题活动的文件名，如 receipts/${[...campaigns][0] ?? ''}.csv`;
        faults.push({ ...place, reason: `几个专题活动都有事项“${row.matter}”`, remedy });
      }
      if (row.received === undefined && !isExempt(row)) {
        faults.push({
          ...place,
          reason: '没有收到日期',
          remedy: '写上收到日期；不用报的在备注写 免报；还没收到的删去这一行',
        });
      }
      return faults;
    }),
  );
}

function knownMatters(content: Content, register: Register): KnownMatter[] {
  const { campaigns, essays } = content.items;
  return [
    ...essays.flatMap(({ id, fields }) => {
      const campaign = register.campaign(fields.campaign);
      return campaign ? [{ campaign: campaign.id, id: `essays/${id}`, call: id, title: fields.title }] : [];
    }),
    ...campaigns.flatMap(({ id, fields }) =>
      (fields.reports ?? []).map(({ title }, index) => ({ campaign: id, id: `report-${index + 1}`, title })),
    ),
  ];
}

/** Whether the matter may stand in a file that is at fault itself. */
function isFaultyMatter(matter: string, campaign: string, { isFaulty }: Register): boolean {
  return isFaulty('essays', matter) || isFaulty('campaigns', matter) || isFaulty('campaigns', campaign);
}

function remedyFor(id: string, matters: readonly KnownMatter[]): string {
  const own = matters.filter(({ campaign }) => campaign === id);
  const titles = (own.length > 0 ? own : matters).map(({ title }) => title);
  return `写材料报送的题名或专题活动里的报告名称${titles.length > 0 ? `：${titles.join('、')}` : ''}`;
}
