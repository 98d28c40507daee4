import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { RULES, STEPS } from '../src/import/rules/all-rules.ts';
import { ReportFile } from '../src/import/report-file.ts';
import { runImport } from '../src/import/run-import.ts';
import { LIBRARY_KINDS, type LibraryKind } from '../src/schemas/collections.ts';
import { readSettings } from '../src/source/settings.ts';

const USAGE = `用法：npm run import -- 文件或文件夹… [选项]

把 .docx .doc .rtf .odt .pdf .html .txt .md 文件整理成草稿，.xlsx 里的学习计划安排表、台账、报送情况
整理成计划、台账、报送情况，写进内容文件夹；不覆盖任何已有文件。

选项
  --dry-run            只看结果，不写文件
  --out 文件夹         草稿写到这里（默认 CONTENT_DIR，未设则 content）
  --report 文件.html   另写一份网页报告，原文与整理稿左右对照
  --kind 类别          texts（学习材料）、speeches（讲话发言）、articles（活动报道）
  --encoding 编码      utf-8、utf-16le、utf-16be、gb18030、big5（默认自动识别）
  --without 规则       不用这条整理规则，可重复
  --help               显示本说明

整理规则
${[...RULES, ...STEPS].map(({ name, title }) => `  ${name.padEnd(24)}${title}`).join('\n')}`;

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  out: { type: 'string' },
  report: { type: 'string' },
  kind: { type: 'string' },
  encoding: { type: 'string' },
  without: { type: 'string', multiple: true, default: [] as string[] },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const FILES_OF_A_LONG_RUN = 20;

process.exitCode = await main();

async function main(): Promise<number> {
  const args = readArguments();
  if (typeof args === 'string') {
    console.error(`${args}\n\n${USAGE}`);
    return 2;
  }
  const { values, positionals: files } = args;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const { contentDir } = readSettings(process.env, process.cwd());
  const page = values.report === undefined ? undefined : await ReportFile.create(resolve(values.report));
  if (page === 'present') {
    console.error(`报告 ${values.report} 已经有了；换个文件名，或先移走它`);
    return 2;
  }
  const { failed } = await runImport({
    files,
    contentDir,
    outDir: values.out === undefined ? contentDir : resolve(values.out),
    dryRun: values['dry-run'],
    kind: values.kind as LibraryKind | undefined,
    encoding: values.encoding,
    rules: RULES.filter(({ name }) => !values.without.includes(name)),
    withoutSteps: STEPS.map(({ name }) => name).filter((name) => values.without.includes(name)),
    print: (text) => {
      console.log(text);
    },
    writePage: page && ((html) => page.write(html)),
    progress: showProgress,
  });
  await page?.close();
  return failed > 0 ? 1 : 0;
}

/** A line that rewrites itself, on a terminal and for long runs only. */
function showProgress(done: number, all: number): void {
  if (all < FILES_OF_A_LONG_RUN || !process.stderr.isTTY) return;
  process.stderr.write(`\r正在导入 ${done + 1}/${all} …`);
}

/** The command's arguments, or what is wrong with them. */
function readArguments() {
  let args;
  try {
    args = parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return `选项有误：${error instanceof Error ? error.message : String(error)}`;
  }
  const { kind, without, help, report } = args.values;
  if (report !== undefined && !/\.html?$/i.test(report)) return '网页报告的文件名应以 .html 结尾';
  if (kind !== undefined && !(LIBRARY_KINDS as readonly string[]).includes(kind)) return `没有类别“${kind}”`;
  const unknown = without.find((name) => ![...RULES, ...STEPS].some((rule) => rule.name === name));
  if (unknown !== undefined) return `没有整理规则“${unknown}”`;
  if (args.positionals.length === 0 && !help) return '没有写要导入的文件或文件夹';
  return args;
}
