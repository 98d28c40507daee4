const RAISED = ['0123456789+-−=()（）ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾⁽⁾ⁿⁱ'] as const;
const LOWERED = ['0123456789+-−=()（）aeoxhklmnpst', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ'] as const;
const LONGEST = 8;

/** Words set above or below the line, in the characters that Unicode has for them (m² , H₂O); `undefined` where it lacks one. */
export function raisedOrLowered(words: string, place: 'sup' | 'sub'): string | undefined {
  const [plain, set] = (place === 'sup' ? RAISED : LOWERED).map((row) => Array.from(row));
  const trimmed = words.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return undefined;
  const found = Array.from(trimmed, (character) => set?.[plain?.indexOf(character) ?? -1]);
  return found.includes(undefined) ? undefined : found.join('');
}
