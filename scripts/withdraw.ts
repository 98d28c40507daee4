import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { todayInShanghai } from '../src/check/today.ts';
import { readContent } from '../src/source/read-content.ts';
import { accountOf, alreadySo } from '../src/withdraw/account.ts';
import { candidateOf, markOf, putBack, withdraw, WithdrawError } from '../src/withdraw/withdraw.ts';
import { runCommand, sayTrouble } from './command.ts';

const USAGE = `用法：npm run withdraw -- 种类/文件名 [--reason 原因] [--undo] [--yes]

撤下已经公开的一项，如 texts/three-lists：先列出用到它的地方，问过以后才改它的文件。

选项
  --reason 原因   记在文件里，不公布
  --undo          恢复已经撤下的一项
  --yes           不再询问`;

await runCommand(async ({ contentDir }) => {
  const { values, positionals } = parseArgs({
    options: {
      reason: { type: 'string' },
      undo: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [named, ...others] = positionals;
  if (values.help || named === undefined || others.length > 0) {
    console.log(USAGE);
    return values.help ? 0 : 1;
  }
  try {
    const candidate = candidateOf(named, await readContent(contentDir));
    const already = alreadySo(candidate, values.undo);
    if (already !== undefined) {
      console.log(already);
      return 0;
    }
    if (values.undo) {
      await putBack(contentDir, candidate);
      console.log(`${candidate.key} 已恢复。重新生成并发布以后，读者又能看到它。`);
      return 0;
    }
    const mark = markOf(todayInShanghai(), values.reason);
    for (const line of accountOf(candidate)) console.log(line);
    if (!values.yes && !(await agreed())) {
      console.log('没有改动。');
      return 1;
    }
    await withdraw(contentDir, candidate, mark);
    console.log(
      `已在 ${candidate.file} 里记下。重新生成并发布以后才对读者生效：npm run build，再 npm run deploy。`,
    );
    return 0;
  } catch (error) {
    return sayTrouble(error, WithdrawError);
  }
});

/** Asks once; the end of the input is no agreement. */
async function agreed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    const answer = await Promise.race([terminal.question('撤下吗？写 是 或 y，回车：'), ended]);
    return ['是', 'y', 'yes'].includes(answer.trim().toLowerCase());
  } finally {
    terminal.close();
  }
}
