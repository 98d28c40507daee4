import { noticeText, type NoticeFacts } from '../domain/schedule/notice.ts';
import { scheduleWords } from '../strings/schedule-client.ts';
import { copyText } from './copy-text.ts';
import { openNoticeEditor } from './notice-editor.ts';
import { isTexts, type DeviceStore } from './store.ts';

/** Starts the notice buttons below an element: 复制通知 copies at once, 改后再复制 opens the editor. Changes are kept on the device. */
export function offerNotices(root: ParentNode, store: DeviceStore, say: (words: string) => void): void {
  root.querySelectorAll<HTMLElement>('[data-notice]').forEach((tools) => {
    const planned = JSON.parse(tools.dataset.notice ?? '{}') as NoticeFacts;
    const key = `notice.${tools.dataset.noticeKey ?? ''}`;
    const facts = (): NoticeFacts => ({ ...planned, ...store.read(key, isTexts) });
    const copy = () =>
      copyText(noticeText(facts()), document).then((isCopied) => {
        say(isCopied ? scheduleWords.noticeCopied : scheduleWords.copyFailed);
      });
    tools.hidden = false;
    tools.querySelector('[data-copy-notice]')?.addEventListener('click', () => void copy());
    tools.querySelector('[data-edit-notice]')?.addEventListener('click', () => {
      openNoticeEditor({
        facts,
        copy,
        keep: (changes) => store.write(key, Object.keys(changes).length > 0 ? changes : undefined),
        planned,
      });
    });
  });
}
