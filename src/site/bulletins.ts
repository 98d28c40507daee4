import { byNumber } from '../domain/bulletins/order.ts';
import type { Day } from '../domain/day.ts';
import { campaignFinder } from '../domain/library.ts';
import type { Fields } from '../schemas/collections.ts';
import type { PlainItem } from './site-content.ts';
import type { Campaign, SiteGround } from './site.ts';

/** A bulletin with its campaign. */
export interface Bulletin extends Omit<Fields<'bulletins'>, 'campaign' | 'date'> {
  id: string;
  address: string;
  date: Day | null;
  campaign?: Campaign | undefined;
}

/** Every bulletin, the newest first. */
export function siteBulletins(
  items: readonly PlainItem<'bulletins'>[],
  { campaigns }: SiteGround,
): Bulletin[] {
  const findCampaign = campaignFinder(campaigns);
  return items
    .map(({ id, fields }): Bulletin => ({
      ...fields,
      id,
      address: `/bulletins/${id}/`,
      date: fields.date === 'unknown' ? null : fields.date,
      campaign: findCampaign(fields.campaign),
    }))
    .sort(byNumber);
}
