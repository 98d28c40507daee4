/** Whether a voice of the browser speaks Chinese. */
export function isChinese({ lang }: SpeechSynthesisVoice): boolean {
  return /^(zh|cmn)/i.test(lang);
}
