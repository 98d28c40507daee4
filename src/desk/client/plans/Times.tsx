import type { WorkedOutTime } from '../../../domain/desk/plans.ts';
import { plansPage } from '../../../strings/desk-plans-client.ts';

const MOST = 3;

/** The times of a session as they come out for a unit: of a session that comes again the first turns, the others folded. */
export function Times({ times }: { times: readonly WorkedOutTime[] }) {
  if (times.length === 1) return <Lines time={times[0]!} />;
  return (
    <>
      {times.slice(0, MOST).map((time) => (
        <Lines key={time.id} time={time} />
      ))}
      {times.length > MOST && (
        <details>
          <summary>{plansPage.turns(times.length)}</summary>
          {times.slice(MOST).map((time) => (
            <Lines key={time.id} time={time} />
          ))}
        </details>
      )}
    </>
  );
}

/** When a session is held, then quietly why it is then. */
export function Lines({ time: { id, lines, status } }: { time: WorkedOutTime }) {
  return (
    <div class="times" data-time={id} data-status={status}>
      {lines.map((line, index) => (
        <span key={index} class={index === 0 ? 'times__when' : 'times__why'}>
          {line}
        </span>
      ))}
    </div>
  );
}
