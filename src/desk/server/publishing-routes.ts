import { Hono } from 'hono';
import { PUBLISHING_ROUTES } from '../../domain/desk/publishing.ts';
import type { Desk } from '../desk.ts';

/** What publishing will do, and taking it back. */
export function publishingRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.get(PUBLISHING_ROUTES.plan, async (context) => context.json(await desk.publishPlan()));
  app.post(PUBLISHING_ROUTES.back, (context) => context.json(desk.publisher.goBack()));
  return app;
}
