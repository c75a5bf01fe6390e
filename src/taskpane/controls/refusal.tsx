/** Under a field: why it does not take what stands in it. The place always stands in the page, so that the words are announced. */
export const Refusal = ({ id, words }: { id?: string; words: string | null }) => (
  <p id={id} role="alert" class="refusal" hidden={words === null}>
    {words !== null && `${words}。`}
  </p>
);
