/** The pages of a PDF that a text was read from. */
export function SourcePages({ number }: { number: number }) {
  return <p class="nothing">{number}</p>;
}
