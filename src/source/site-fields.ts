import { z } from 'zod';
import { siteSchema, type Site } from '../schemas/collections.ts';
import { addressFields } from '../schemas/site.ts';
import type { Fault } from './fault.ts';
import { validate, type Result } from './validate.ts';
import type { LocatedYaml } from './yaml.ts';

/** A group that may hold the address instead of the file itself: some offices have it so. */
const groupSchema = z.object({ site: z.strictObject(addressFields).describe('{ url: …, base: … }') });

/** Holds `site.yaml` against its schema. An address that stands in its group `site` is given as one that stands in the file itself. */
export function siteFieldsOf(yaml: LocatedYaml): Result<Site> {
  const { value } = yaml;
  if (typeof value !== 'object' || value === null || !('site' in value)) return validate(siteSchema, yaml);
  const { site, ...others } = value;
  const group = validate(groupSchema, { ...yaml, value: { site } });
  const own = validate(siteSchema, { ...yaml, value: others });
  const faults = [...group.faults, ...own.faults, ...doubled(others, yaml)];
  if (!group.fields || !own.fields || faults.length > 0) return { fields: undefined, faults };
  return { fields: { ...own.fields, ...group.fields.site }, faults: [] };
}

function doubled(others: object, { positionOfKey }: LocatedYaml): Fault[] {
  const flat = Object.keys(addressFields).filter((name) => name in others);
  if (flat.length === 0) return [];
  const reason = `site：网址写了两处，另一处是 ${flat.join('、')}`;
  return [{ ...positionOfKey([], 'site'), reason, remedy: '只留一处：把 url、base 写在一起，删去 site' }];
}
