import { todayInShanghai } from '../src/check/today.ts';
import { readContent } from '../src/source/read-content.ts';
import { accountOf, alreadySo, putBackWords } from '../src/withdraw/account.ts';
import { candidateOf, markOf, putBack, withdraw, WithdrawError } from '../src/withdraw/withdraw.ts';
import { runCommand, sayTrouble } from './command.ts';
import { askOnce, say } from './print.ts';

const USAGE = {
  call: 'npm run withdraw',
  words: { called: '种类/文件名', least: 1, most: 1 },
  does: '撤下已经公开的一项，如 texts/three-lists：先列出用到它的地方，问过以后才改它的文件。',
  options: {
    reason: { takes: '原因', means: '记在文件里，不公布' },
    undo: { means: '恢复已经撤下的一项' },
    yes: { means: '不再询问' },
  },
};

const AGREED = ['是', 'y', 'yes'];

await runCommand(USAGE, async ({ contentDir }, { words: [named = ''], values }) => {
  try {
    const candidate = candidateOf(named, await readContent(contentDir));
    const already = alreadySo(candidate, values.undo);
    if (already !== undefined) {
      say(already);
      return 0;
    }
    if (values.undo) {
      await putBack(contentDir, candidate);
      say(putBackWords(candidate));
      return 0;
    }
    const mark = markOf(todayInShanghai(), values.reason);
    say(...accountOf(candidate));
    if (!values.yes && !AGREED.includes((await askOnce('撤下吗？写 是 或 y，回车：')).toLowerCase())) {
      say('没有改动。');
      return 1;
    }
    await withdraw(contentDir, candidate, mark);
    say(`已在 ${candidate.file} 里记下。重新生成并发布以后才对读者生效：npm run build，再 npm run deploy。`);
    return 0;
  } catch (error) {
    return sayTrouble(error, WithdrawError);
  }
});
