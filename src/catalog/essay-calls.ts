import { campaignFinder } from '../domain/library.ts';
import type { EssayCall } from '../domain/schedule/work-out.ts';
import { unitFinder } from '../domain/units.ts';
import type { Fields } from '../schemas/collections.ts';
import { itemsOf } from './content.ts';
import type { Catalog } from './library.ts';

/** An essay call as its file gives it, the names in it resolved: `campaign` and `units` are ids. */
export type Call = Fields<'essays'> & EssayCall;

/** The calls that this build shows, by id. */
export function essayCalls({ campaigns, units }: Catalog): Call[] {
  const findCampaign = campaignFinder(campaigns);
  const findUnit = unitFinder(units);
  return itemsOf('essays')
    .map(({ id, fields }): Call => {
      const named = fields.units?.map((name) => findUnit(name, null)).filter((unit) => unit !== undefined);
      const campaign = findCampaign(fields.campaign)?.id ?? fields.campaign;
      return { ...fields, id, campaign, units: named, address: `/essays/${id}/` };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
