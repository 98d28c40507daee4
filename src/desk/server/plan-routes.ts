import { Hono } from 'hono';
import { z } from 'zod';
import {
  PLAN_ROUTES,
  type CopyRequest,
  type PlanRequest,
  type ReceiptsRequest,
  type UnitRequest,
} from '../../domain/desk/plans.ts';
import { daySchema } from '../../schemas/day.ts';
import type { Desk } from '../desk.ts';
import { copyPlan } from '../plans/copy-plan.ts';
import { receipts, setReceipts } from '../plans/receipts.ts';
import { workOutPlan } from '../plans/work-out-plan.ts';
import { workOutUnit } from '../plans/work-out-unit.ts';
import { asked } from './asked.ts';
import { digest, fields } from './requests.ts';

const id = z.string().max(100);
const words = z.record(z.string().max(300), z.string().max(500));

const planRequest: z.ZodType<PlanRequest> = z.strictObject({ plan: id, unit: id.optional(), fields, words });

const unitRequest: z.ZodType<UnitRequest> = z.strictObject({ unit: id, fields, words });

const copyRequest: z.ZodType<CopyRequest> = z.strictObject({
  file: z.string().max(400),
  years: z.int().min(1).max(20),
  title: z.string().max(300),
  campaign: id,
  id: id.optional(),
});

const receiptsRequest: z.ZodType<ReceiptsRequest> = z.strictObject({
  campaign: id,
  digest: digest.optional(),
  entries: z.array(
    z.strictObject({
      due: z.string().max(300),
      unit: id,
      received: daySchema.optional(),
      copies: z.int().min(0).max(100_000).optional(),
      note: z.string().max(500).optional(),
    }),
  ),
});

/** What can be asked about plans, units and receipts. */
export function planRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.post(PLAN_ROUTES.plan, async (context) => {
    const request = await asked(context, planRequest);
    return context.json(workOutPlan(await desk.planGround(), request));
  });
  app.post(PLAN_ROUTES.unit, async (context) => {
    const request = await asked(context, unitRequest);
    return context.json(workOutUnit(await desk.planGround(), request));
  });
  app.post(PLAN_ROUTES.copy, async (context) =>
    context.json(await copyPlan(desk, await asked(context, copyRequest))),
  );
  app.get(PLAN_ROUTES.receipts, async (context) => context.json(await receipts(desk)));
  app.put(PLAN_ROUTES.receipts, async (context) =>
    context.json(await setReceipts(desk, await asked(context, receiptsRequest))),
  );
  return app;
}
