import { isExempt } from '../domain/receipts/receipt-table.ts';
import { findMatter } from '../domain/receipts/matter.ts';
import type { Fault } from '../source/fault.ts';
import type { Content } from '../source/read-content.ts';
import { campaignOf, unitsOf } from './named-references.ts';

interface KnownMatter {
  campaign: string;
  id: string;
  title: string;
  call?: string | undefined;
}

/** Faults of receipts: units and matters that do not exist, a matter that two campaigns have, rows without a day. */
export function receiptFaults(content: Content): Fault[] {
  const findUnit = unitsOf(content);
  const matters = knownMatters(content);
  return content.items.receipts.flatMap(({ id, fields: { rows }, placeOf }) =>
    rows.flatMap((row, index) => {
      const place = placeOf(['rows', index]);
      const faults: Fault[] = [];
      if (findUnit(row.unit, row.received ?? null) === undefined) {
        faults.push({
          ...place,
          reason: `没有叫“${row.unit}”的单位`,
          remedy: '改成 units/ 里有的名称、简称或曾用名',
        });
      }
      const campaigns = new Set(
        matters.filter((matter) => findMatter(row.matter, [matter])).map(({ campaign }) => campaign),
      );
      if (campaigns.size === 0) {
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

function knownMatters(content: Content): KnownMatter[] {
  const { campaigns, essays } = content.items;
  return [
    ...essays.flatMap(({ id, fields }) => {
      const campaign = campaignOf(content, fields.campaign);
      return campaign ? [{ campaign: campaign.id, id: `essays/${id}`, call: id, title: fields.title }] : [];
    }),
    ...campaigns.flatMap(({ id, fields }) =>
      (fields.reports ?? []).map(({ title }, index) => ({ campaign: id, id: `report-${index + 1}`, title })),
    ),
  ];
}

function remedyFor(id: string, matters: readonly KnownMatter[]): string {
  const own = matters.filter(({ campaign }) => campaign === id);
  const titles = (own.length > 0 ? own : matters).map(({ title }) => title);
  return `写材料报送的题名或专题活动里的报告名称${titles.length > 0 ? `：${titles.join('、')}` : ''}`;
}
