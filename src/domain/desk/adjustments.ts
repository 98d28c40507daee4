import type { Adjustment, FollowedPlan } from '../schedule/plan.ts';
import type { FieldValues } from './api.ts';

/** Whose plans are meant: the unit's own, or those of a part by its place. */
export type PartPlace = number | undefined;

/** The plans that a unit or a part of it follows, as its fields have them. */
export function plansAt(fields: FieldValues, part: PartPlace): FollowedPlan[] {
  const bearer = part === undefined ? fields : (listOf(fields.parts)[part] as FieldValues | undefined);
  return listOf(bearer?.plans) as FollowedPlan[];
}

/** A unit's fields with other plans that it, or a part of it, follows; without any the field goes. */
export function withPlansAt(
  fields: FieldValues,
  part: PartPlace,
  plans: readonly FollowedPlan[],
): FieldValues {
  const value = plans.length > 0 ? plans : null;
  if (part === undefined) return { ...fields, plans: value };
  const parts = listOf(fields.parts).map((each, index) =>
    index === part ? { ...(each as FieldValues), plans: value } : each,
  );
  return { ...fields, parts };
}

/** The plans with another one that is followed, from a day on or from its beginning. */
export function withFollowed(
  plans: readonly FollowedPlan[],
  plan: string,
  since: string | undefined,
): FollowedPlan[] {
  if (plans.some((followed) => followed.plan === plan)) return [...plans];
  return [...plans, since === undefined ? { plan } : { plan, since }];
}

/** What a unit changes of a session; `undefined` where it changes nothing. */
export function adjustmentTo(
  plans: readonly FollowedPlan[],
  plan: string,
  session: string,
): Adjustment | undefined {
  const { adjustments = [] } = plans.find((followed) => followed.plan === plan) ?? {};
  return adjustments.find((change) => change.session === session);
}

/** The plans with a change of one session in the place of the one before, or without any where it is `undefined`. What is `undefined` in it goes. */
export function withAdjustment(
  plans: readonly FollowedPlan[],
  plan: string,
  session: string,
  change: Partial<Adjustment> | undefined,
): FollowedPlan[] {
  return plans.map((followed) => {
    if (followed.plan !== plan) return followed;
    const { adjustments = [], ...rest } = followed;
    const at = adjustments.findIndex((each) => each.session === session);
    const before = at < 0 ? { session } : adjustments[at];
    const next = change && withoutNothing({ ...before, ...change, session });
    const others = adjustments.filter((_, index) => index !== at);
    const all = next ? others.toSpliced(at < 0 ? others.length : at, 0, next) : others;
    return all.length > 0 ? { ...rest, adjustments: all } : rest;
  });
}

function withoutNothing(change: Adjustment): Adjustment {
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as unknown as Adjustment;
}

/** A code that none of these is: a1, a2 and so on. */
export function freeCode(taken: readonly string[], letter: string): string {
  let number = 1;
  while (taken.includes(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
