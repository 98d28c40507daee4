import type { Form } from '../form.ts';
import { ARCHIVE, PHOTOS, SCHEDULE, SCHEDULE_WIDE } from './archive.ts';
import { ATTENDANCE } from './attendance.ts';
import { CHECKLIST, ISSUES, OPINIONS, ROUTING } from './ledgers.ts';
import { NOTICE, RECORD, SIGN_IN, SPEECH_OUTLINE } from './meeting.ts';
import { BULLETIN, STAGE_REPORT, SUMMARY } from './reports.ts';
import { CALLS, SUBMISSION } from './submission.ts';
import { ASKING, REFORM, VISIT } from './visits.ts';

/** What one meeting needs, from the notice to the file. */
export const MEETING_SET: Form = {
  id: 'meeting-set',
  title: '一次会议全套（通知、签到、记录、照片、归档）',
  purpose: '时间、地点、主持人填一次，五样表一起打印。',
  group: '学习会议',
  sheets: [NOTICE, SIGN_IN, RECORD, PHOTOS, ARCHIVE].flatMap(({ sheets }) => sheets),
};

/** Every form, in the order of the index. */
export const FORMS: readonly Form[] = [
  MEETING_SET,
  NOTICE,
  SIGN_IN,
  RECORD,
  SPEECH_OUTLINE,
  SCHEDULE,
  SCHEDULE_WIDE,
  PHOTOS,
  ARCHIVE,
  ATTENDANCE,
  SUBMISSION,
  CALLS,
  CHECKLIST,
  ISSUES,
  OPINIONS,
  ROUTING,
  ASKING,
  VISIT,
  REFORM,
  STAGE_REPORT,
  SUMMARY,
  BULLETIN,
];
