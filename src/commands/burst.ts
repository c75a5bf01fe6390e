/**
 * Turns a burst of calls into one: the work starts once no call has come for `quiet` milliseconds, never twice at the same
 * time, and once more when a call came while it ran.
 */
export function burst(work: () => Promise<void>, quiet: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  const start = async (): Promise<void> => {
    running = true;
    await work();
    running = false;
    if (again) call();
  };
  const call = (): void => {
    again = running;
    clearTimeout(timer);
    if (!running) timer = setTimeout(() => void start(), quiet);
  };
  return call;
}
