/** How sure a finding is. */
export type Confidence = '高' | '中' | '低';

/** A value read from a source, with the words it rests on. */
export interface Finding<Value = string> {
  value: Value;
  /** The words of the source, or the reasoning, in Chinese. */
  evidence: string;
  confidence: Confidence;
  /** What the editor is shown where the value alone does not say it. */
  shown?: string;
}
