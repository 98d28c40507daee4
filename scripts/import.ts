import { resolve } from 'node:path';
import { RULES, STEPS } from '../src/import/rules/all-rules.ts';
import { ReportFile } from '../src/import/report-file.ts';
import { runImport } from '../src/import/run-import.ts';
import { LIBRARY_KINDS, type LibraryKind } from '../src/schemas/collections.ts';
import { misuse, runCommand } from './command.ts';
import { complain, linesOf, say, showProgress } from './print.ts';

const USAGE = {
  call: 'npm run import',
  words: { called: '文件或文件夹…', least: 1, most: Infinity },
  does: `把 .docx .doc .rtf .odt .pdf .html .txt .md 文件整理成草稿，
.xlsx、.csv 里的学习计划安排表、台账、报送情况整理成计划、台账、报送情况，写进内容文件夹；不覆盖任何已有文件。`,
  options: {
    'dry-run': { means: '只看结果，不写文件' },
    out: { takes: '文件夹', means: '草稿写到这里（默认 CONTENT_DIR，未设则 content）' },
    report: { takes: '文件.html', means: '另写一份网页报告，原文与整理稿左右对照' },
    kind: { takes: '类别', means: 'texts（学习材料）、speeches（讲话发言）、articles（活动报道）' },
    encoding: { takes: '编码', means: 'utf-8、utf-16le、utf-16be、gb18030、big5（默认自动识别）' },
    another: { means: '与已有的计划、台账、报送情况相近的表，另写一份，不比对' },
    without: { takes: '规则', isRepeated: true, means: '不用这条整理规则，可重复' },
  },
  notes: `整理规则\n${[...RULES, ...STEPS].map(({ name, title }) => `  ${name.padEnd(24)}${title}`).join('\n')}`,
} as const;

const FILES_OF_A_LONG_RUN = 20;

await runCommand(USAGE, async ({ contentDir }, { words: files, values }) => {
  const { report, kind, without } = values;
  if (report !== undefined && !/\.html?$/i.test(report))
    return misuse(USAGE, '网页报告的文件名应以 .html 结尾');
  if (kind !== undefined && !(LIBRARY_KINDS as readonly string[]).includes(kind))
    return misuse(USAGE, `没有类别“${kind}”`);
  const unknown = without.find((name) => ![...RULES, ...STEPS].some((rule) => rule.name === name));
  if (unknown !== undefined) return misuse(USAGE, `没有整理规则“${unknown}”`);
  const page = report === undefined ? undefined : await ReportFile.create(resolve(report));
  if (page === 'present') {
    complain(`报告 ${report ?? ''} 已经有了；换个文件名，或先移走它`);
    return 2;
  }
  const { failed } = await runImport({
    files,
    contentDir,
    outDir: values.out === undefined ? contentDir : resolve(values.out),
    dryRun: values['dry-run'],
    another: values.another,
    kind: kind as LibraryKind | undefined,
    encoding: values.encoding,
    rules: RULES.filter(({ name }) => !without.includes(name)),
    withoutSteps: STEPS.map(({ name }) => name).filter((name) => without.includes(name)),
    print: (text) => {
      say(...linesOf(text));
    },
    writePage: page && ((html) => page.write(html)),
    progress: (done, all) => {
      if (all >= FILES_OF_A_LONG_RUN) showProgress(`正在导入 ${done + 1}/${all} …`);
    },
  });
  await page?.close();
  return failed > 0 ? 1 : 0;
});
