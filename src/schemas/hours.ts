import { z } from 'zod';

/** 学时 of a session or of one of its sittings. */
export const hoursSchema = z
  .number({ error: '学时应为数字' })
  .min(0.5, { error: '学时最少 0.5' })
  .max(40, { error: '学时最多 40' });
