import type { ScheduledDeadline } from '../domain/schedule/work-out.ts';
import type { Facts } from './form.ts';
import { CALLS, SUBMISSION } from './forms/submission.ts';
import { sheetsOf, wholePlan, type PackPart, type PackSheet, type PackSource } from './pack-parts.ts';
import { deadlineWords, inCell } from './words.ts';

/** What a unit has to hand in, with the cover and summary of each essay. */
export function callsPart(source: PackSource): PackPart {
  const { of, organiser } = source;
  const rows = of.deadlines.map(({ title, from, to, result }) => [
    '',
    title,
    from ?? '',
    inCell(deadlineWords(result)),
    to ?? '',
    '',
  ]);
  const list = sheetsOf(CALLS, '', { values: wholePlan(source), tables: { calls: rows } });
  const essays = of.deadlines.filter(({ id }) => id.startsWith('essay-'));
  const covers = (essays.length > 0 ? essays : [undefined]).flatMap((call) =>
    coverSheets(call, source, organiser),
  );
  return { id: 'calls', title: '应报送材料', kind: 'calls', sheets: [...list, ...covers] };
}

/** The cover and summary that go with what is handed in; the notice is the asking office's own paper. */
function coverSheets(
  call: ScheduledDeadline | undefined,
  source: PackSource,
  organiser: string,
): PackSheet[] {
  const facts: Facts = {
    values: {
      ...wholePlan(source),
      matter: call?.title,
      deadline: call && inCell(deadlineWords(call.result)),
      office: call?.to ?? organiser,
    },
  };
  const [, ...handedIn] = SUBMISSION.sheets;
  return handedIn.map((sheet) => ({
    id: [sheet.id, call?.id].filter(Boolean).join('-'),
    form: SUBMISSION.id,
    sheet,
    facts,
  }));
}
