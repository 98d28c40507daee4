import { longDay } from '../../domain/day.ts';
import type {
  CampaignReceiptsAnswer,
  DueChoice,
  HandedIn,
  ReceiptsRequest,
} from '../../domain/desk/plans.ts';
import { findMatter, readMatterName, type Due } from '../../domain/receipts/matter.ts';
import { withTurn } from '../../domain/schedule/work-out.ts';
import { namesOfUnit, unitFinder } from '../../domain/units.ts';
import { todayInShanghai } from '../../check/today.ts';
import { findKind } from '../../new/kinds.ts';
import { newFile } from '../../new/new-file.ts';
import { siteCalls, siteEssays } from '../../site/essays.ts';
import { receiptsOfAll } from '../../site/receipts.ts';
import type { DueGround } from '../../site/site.ts';
import { RECEIPTS_COLUMNS } from '../../source/receipts-table.ts';
import { plans as words } from '../../strings/desk-plans.ts';
import { dayInCell } from '../../tables/cells.ts';
import { byColumn } from '../../tables/columns.ts';
import { parseCsv } from '../../tables/parse-csv.ts';
import { NotOurs, type FileState } from '../files/content-folder.ts';
import { SaveConflict, type Desk } from '../desk.ts';
import { EditError } from '../items/edit-text.ts';
import { textOf } from '../items/text-of.ts';
import { editedCsv, type RowEdit } from './edit-csv.ts';
import { partiesOf, schedulesOn, type PlanGround } from './ground.ts';

type Column = keyof typeof RECEIPTS_COLUMNS;

/** What units have handed in and still owe, campaign by campaign. */
export async function receipts(desk: Desk): Promise<CampaignReceiptsAnswer[]> {
  const ground = await desk.planGround();
  const { site, all } = receiptsOn(ground);
  const answers = all.map(async ({ campaign, table }): Promise<CampaignReceiptsAnswer> => {
    const file = fileOf(ground, campaign.id);
    const state = await stateOf(desk, file);
    return {
      campaign: campaign.id,
      name: campaign.name,
      file,
      ...(state ? { digest: state.digest } : {}),
      ...lockOf(ground, file, state),
      today: todayInShanghai(),
      dues: table.dues.map((due) =>
        choiceOf(
          due,
          table.rows
            .filter(({ cells }) => cells.some((cell) => cell.due === due && cell.state !== 'none'))
            .map(({ unit }) => unit.id),
        ),
      ),
      units: site.units.map((unit) => ({
        id: unit.id,
        name: unit.shortName ?? unit.name,
        names: namesOfUnit(unit),
      })),
      handedIn: table.rows.flatMap(({ unit, cells }) =>
        cells.flatMap(({ due, state: how, received, copies, note }): HandedIn[] =>
          received !== undefined || how === 'exempt'
            ? [{ due: due.key, unit: unit.id, received, copies, note }]
            : [],
        ),
      ),
    };
  });
  return (await Promise.all(answers)).filter(({ dues }) => dues.length > 0);
}

/** Writes what units have handed in into their campaign's table. Throws EditError, SaveConflict. */
export async function setReceipts(desk: Desk, request: ReceiptsRequest): Promise<CampaignReceiptsAnswer[]> {
  const ground = await desk.planGround();
  const { site, all } = receiptsOn(ground);
  const own = all.find(({ campaign }) => campaign.id === request.campaign);
  if (!own) throw new EditError(words.noCampaign);
  const { campaign, table } = own;
  const file = fileOf(ground, campaign.id);
  const state = await stateOf(desk, file);
  const { locked } = lockOf(ground, file, state);
  if (locked !== undefined) throw new EditError(locked);
  const text = state ? textOf(state) : emptyTable(campaign.id);
  const before = table.rows.flatMap(({ unit, cells }) => cells.map((cell) => ({ ...cell, unit: unit.id })));
  const rows = byColumn(parseCsv(text), RECEIPTS_COLUMNS, ['matter', 'unit']);
  const findUnit = unitFinder(site.units);
  const edits = request.entries.map((entry): RowEdit<Column> => {
    const due = table.dues.find(({ key }) => key === entry.due);
    const unit = site.units.find(({ id }) => id === entry.unit);
    if (!due || !unit) throw new EditError(words.noCampaign);
    const was = before.find((cell) => cell.due === due && cell.unit === unit.id);
    const isHanded = was?.received !== undefined || was?.state === 'exempt';
    const found = rows?.rows.filter(
      (row) =>
        findUnit(row.unit, null) === unit.id &&
        findMatter(row.matter, [due.matter]) !== undefined &&
        isTurn(row.matter, due) &&
        dayInCell(row.received) === was?.received,
    );
    const line = isHanded ? found?.[0]?.line : undefined;
    if (isHanded && line === undefined) throw new EditError(words.rowElsewhere(unit.shortName ?? unit.name));
    if (entry.received === undefined && entry.note === undefined) return { line };
    // A cell that shows the sum of several rows is left to them where nobody changed it.
    const cells = {
      received: entry.received ?? '',
      ...(line !== undefined && entry.copies === was?.copies
        ? {}
        : { copies: entry.copies === undefined ? '' : String(entry.copies) }),
      ...(line !== undefined && entry.note === was?.note ? {} : { note: entry.note ?? '' }),
    };
    return line === undefined
      ? { cells: { matter: titleOf(due), unit: unit.shortName ?? unit.name, ...cells } }
      : { line, cells };
  });
  const changed = editedCsv(text, RECEIPTS_COLUMNS, { header: rows?.header ?? 1, edits });
  if (changed === undefined) throw new EditError(words.cannotRead(file));
  if (state?.digest !== request.digest) throw new SaveConflict(file, state, changed);
  await desk.content.write([{ file, bytes: Buffer.from(changed), on: state?.digest }], {
    title: words.receipts(campaign.name),
  });
  desk.contentChanged();
  return receipts(desk);
}

function receiptsOn(ground: PlanGround) {
  const parties = partiesOf(ground);
  const site: DueGround = { ...parties, ...schedulesOn(ground) };
  const essays = siteEssays(siteCalls(ground.essays, parties), site);
  return { site, all: receiptsOfAll(ground.receipts, essays, site) };
}

/** The table that is called after the campaign; one that is made where there is none. */
function fileOf({ receipts: tables }: PlanGround, campaign: string): string {
  return tables.find(({ id }) => id === campaign)?.file ?? `receipts/${campaign}.csv`;
}

function stateOf(desk: Desk, file: string): Promise<FileState | undefined> {
  return desk.content.read(file).catch((error: unknown) => {
    if (error instanceof NotOurs) return undefined;
    throw error;
  });
}

/** Why a table cannot be written to. */
function lockOf(
  { receipts: tables }: PlanGround,
  file: string,
  state: FileState | undefined,
): { locked?: string } {
  if (!file.endsWith('.csv')) return { locked: words.isWorkbook(file) };
  const isKnown = tables.some((table) => table.file === file);
  return state && !isKnown ? { locked: words.cannotRead(file) } : {};
}

function emptyTable(id: string): string {
  const kind = findKind('receipts');
  const made = kind && newFile({ kind, id, values: new Map() });
  if (!made || typeof made === 'string') throw new EditError(words.noCampaign);
  return made.text;
}

function choiceOf(due: Due, asked: string[]): DueChoice {
  const { until, month } = due;
  const day =
    month === undefined
      ? until && `${longDay(until)}前`
      : `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
  return { key: due.key, title: titleOf(due), due: day ?? '', asked };
}

/** A thing due as a table names it. */
function titleOf({ matter, turn }: Due): string {
  return turn === undefined ? matter.title : withTurn(matter.title, turn);
}

/** Whether the words of a table are of this turn, or name none. */
function isTurn(written: string, { turn, until }: Due): boolean {
  if (turn === undefined) return true;
  const named = readMatterName(written);
  if (named.turn !== undefined) return named.turn === turn;
  return named.date === undefined || until?.slice(5) === named.date;
}
