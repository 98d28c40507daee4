import { writingLines, type Form } from '../form.ts';

/** 阶段性报告 */
export const STAGE_REPORT: Form = {
  id: 'stage-report',
  title: '阶段性报告',
  purpose: '一个阶段结束时向主办单位报告的格式。',
  group: '报告通报',
  sheets: [
    {
      id: 'stage-report',
      title: '{unit:8}{campaign:10}{stage:6}阶段工作报告',
      format: 'official',
      blocks: [
        {
          kind: 'text',
          paragraphs: [
            { text: '{addressee:10}：', flush: true },
            {
              text: '按照{campaign:12}安排，{stage:6}阶段自{stageFrom:8}开始，至{stageUntil:8}结束。现将有关情况报告如下：',
            },
            { level: 1, text: '一、基本情况' },
            {
              text: '组织集中学习{held:3}次，参加{attended:4}人次；个人自学篇目{read:3}篇；交流发言{spoke:3}人次；报送材料{handedIn:3}份。',
            },
            { level: 1, text: '二、主要做法' },
            { level: 2, text: '（一）{practiceOne:16}' },
            ...writingLines('practiceOneText', 4),
            { level: 2, text: '（二）{practiceTwo:16}' },
            ...writingLines('practiceTwoText', 4),
            { level: 1, text: '三、存在的问题' },
            ...writingLines('problems', 5),
            { level: 1, text: '四、下一阶段打算' },
            ...writingLines('next', 5),
          ],
        },
        { kind: 'signed', signer: 'unit', day: 'issued' },
      ],
    },
  ],
};

/** 活动总结 */
export const SUMMARY: Form = {
  id: 'activity-summary',
  title: '活动总结',
  purpose: '活动结束时的总结格式，数字与台账对得上。',
  group: '报告通报',
  sheets: [
    {
      id: 'activity-summary',
      title: '{unit:8}{campaign:10}总结',
      format: 'official',
      blocks: [
        {
          kind: 'text',
          paragraphs: [
            { text: '{addressee:10}：', flush: true },
            { text: '{campaign:12}自{campaignFrom:8}开始，至{campaignUntil:8}结束。现将开展情况总结如下：' },
            { level: 1, text: '一、组织开展情况' },
            ...writingLines('situation', 3),
            { level: 1, text: '二、学习和对照检查' },
            {
              text: '集中学习{held:3}次，交流研讨{discussed:3}次；查找问题{found:3}个，整改销号{solved:3}个，尚未完成{open:3}个。',
            },
            { level: 1, text: '三、取得的成效' },
            { level: 2, text: '（一）{resultOne:16}' },
            ...writingLines('resultOneText', 3),
            { level: 2, text: '（二）{resultTwo:16}' },
            ...writingLines('resultTwoText', 3),
            { level: 1, text: '四、存在的问题和不足' },
            ...writingLines('problems', 4),
            { level: 1, text: '五、长期坚持的做法' },
            ...writingLines('next', 4),
          ],
        },
        { kind: 'signed', signer: 'unit', day: 'issued' },
      ],
    },
  ],
};

/** 情况通报 */
export const BULLETIN: Form = {
  id: 'bulletin',
  title: '情况通报',
  purpose: '定期通报进展；报送情况按单位排列，不排名次。',
  group: '报告通报',
  sheets: [
    {
      id: 'bulletin',
      title: '{subject:16}',
      format: 'official',
      masthead: { name: '情况通报', number: 'issue', issuer: 'editor', day: 'issued' },
      blocks: [
        {
          kind: 'text',
          paragraphs: [
            { level: 1, text: '一、基本情况' },
            ...writingLines('situation', 5),
            { level: 1, text: '二、做法和亮点' },
            ...writingLines('practiceOne', 5),
            { level: 1, text: '三、报送情况' },
          ],
        },
        {
          kind: 'table',
          name: 'receipts',
          columns: [
            { head: '序号', width: 8 },
            { head: '单位', width: 32 },
            { head: '应报', width: 12 },
            { head: '已报', width: 12 },
            { head: '迟报', width: 12 },
            { head: '备注', width: 24 },
          ],
          rows: 6,
          height: 10.2,
          numbered: true,
        },
        {
          kind: 'text',
          paragraphs: [
            { level: 1, text: '四、存在的问题' },
            ...writingLines('problems', 4),
            { level: 1, text: '五、下一步要求' },
            ...writingLines('next', 4),
          ],
        },
        {
          kind: 'imprint',
          lines: [
            ['主送', '{sendTo:20}'],
            ['抄送', '{copyTo:20}'],
            ['编发', '{editor:12}'],
          ],
        },
      ],
    },
  ],
};
