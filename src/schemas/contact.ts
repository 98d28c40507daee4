import { z } from 'zod';
import { words } from './entry.ts';

/** How the office, or a unit, is reached. */
export const contactSchema = z
  .strictObject({
    office: words('联系科室').optional(),
    phone: words('电话').optional(),
    email: z.email({ error: '应为电子邮箱地址' }).describe('邮箱').optional(),
    place: words('地点').optional(),
  })
  .describe('联系方式');
