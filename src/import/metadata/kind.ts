import type { LibraryKind } from '../../schemas/collections.ts';
import { PAPER_TITLE, SPEECH_TITLE } from '../shapes.ts';
import type { Finding } from './finding.ts';

const CALL_TO_LISTENERS = /^.{0,30}(?:同志们|各位(?:领导|代表|来宾|理事|同仁))[：:，,！!]?$/u;

/** What the decision rests on besides the title. */
export interface KindClues {
  title: string;
  byline: string | undefined;
  newspaper: string | undefined;
  firstParagraph: string;
}

/** Whether an article is 讲话发言, 活动报道 or 学习材料. */
export function readKind({ title, byline, newspaper, firstParagraph }: KindClues): Finding<LibraryKind> {
  const speech = SPEECH_TITLE.exec(title);
  if (speech)
    return {
      value: 'speeches',
      evidence: `标题以“${speech[0]}”结尾`,
      confidence: '高',
    };
  if (newspaper)
    return {
      value: 'articles',
      evidence: `有报刊名“${newspaper}”`,
      confidence: '高',
    };
  const text = PAPER_TITLE.exec(title);
  if (text)
    return {
      value: 'texts',
      evidence: `标题以“${text[0]}”结尾`,
      confidence: '高',
    };
  if (byline && /记者|通讯员/u.test(byline)) {
    return { value: 'articles', evidence: `署名“${byline}”`, confidence: '高' };
  }
  if (CALL_TO_LISTENERS.test(firstParagraph)) {
    return {
      value: 'speeches',
      evidence: `开头“${firstParagraph}”`,
      confidence: '中',
    };
  }
  if (byline)
    return {
      value: 'articles',
      evidence: `标题下有署名“${byline}”`,
      confidence: '中',
    };
  return {
    value: 'texts',
    evidence: '没有讲话、报道的特征，按学习材料处理',
    confidence: '低',
  };
}
