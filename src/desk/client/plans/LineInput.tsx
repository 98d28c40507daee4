interface Props {
  label: string;
  value: string;
  placeholder?: string | undefined;
  onInput: (value: string) => void;
}

/** A line of words that grows with what is written in it and holds no line ends. */
export function LineInput({ label, value, placeholder, onInput }: Props) {
  return (
    <textarea
      class="line"
      rows={1}
      aria-label={label}
      value={value}
      {...(placeholder === undefined ? {} : { placeholder })}
      onInput={({ currentTarget }) => onInput(currentTarget.value.replace(/\s*\n\s*/gu, ''))}
    />
  );
}
