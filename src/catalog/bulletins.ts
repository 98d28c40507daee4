import type { Day } from '../domain/day.ts';
import { byNumber } from '../domain/bulletins/order.ts';
import { campaignFinder } from '../domain/library.ts';
import type { Fields } from '../schemas/collections.ts';
import { itemsOf } from './content.ts';
import { getCatalog, type Campaign } from './library.ts';

/** A bulletin with its campaign. */
export interface Bulletin extends Omit<Fields<'bulletins'>, 'campaign' | 'date'> {
  id: string;
  address: string;
  date: Day | null;
  campaign?: Campaign | undefined;
}

/** Every bulletin that this build shows, the newest first. */
export async function getBulletins(): Promise<Bulletin[]> {
  const { campaigns } = await getCatalog();
  const find = campaignFinder(campaigns);
  return itemsOf('bulletins')
    .map(({ id, fields }): Bulletin => {
      const campaignId = fields.campaign === undefined ? undefined : find(fields.campaign)?.id;
      return {
        ...fields,
        id,
        address: `/bulletins/${id}/`,
        date: fields.date === 'unknown' ? null : fields.date,
        campaign: campaigns.find((known) => known.id === campaignId),
      };
    })
    .sort(byNumber);
}

/** The bulletins of one campaign. */
export async function bulletinsOf(campaign: Campaign): Promise<Bulletin[]> {
  return (await getBulletins()).filter((bulletin) => bulletin.campaign?.id === campaign.id);
}
