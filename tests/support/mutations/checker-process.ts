import { RULES } from '../../../src/import/rules/all-rules.ts';
import { runImport } from '../../../src/import/run-import.ts';
import { checkContent } from '../../../src/check/check-content.ts';
import type { Answer, Task } from './guarded.ts';

/** The other side of `Guarded`: does what it is told, one task after the other, until it is ended. */
process.on('message', (task: Task) => {
  const before = process.cpuUsage();
  void work(task).then((said) => {
    const { user, system } = process.cpuUsage(before);
    process.send?.({ ...said, seconds: (user + system) / 1e6 });
  });
});

async function work(task: Task): Promise<Omit<Answer, 'seconds'>> {
  try {
    if ('check' in task) {
      const { faults, doubts } = await checkContent(task.check, { today: '2026-11-27' });
      return { faults, doubts };
    }
    let printed = '';
    const { files, folder } = task;
    const print = (text: string) => (printed += `${text}\n`);
    const counts = await runImport({
      files,
      contentDir: folder,
      outDir: folder,
      dryRun: false,
      rules: RULES,
      print,
    });
    return { printed, counts };
  } catch (error) {
    return { thrown: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
