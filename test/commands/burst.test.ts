import { burst } from "../../src/commands/burst";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Work that ends when told to. */
function slowWork() {
  const ends: (() => void)[] = [];
  const work = jest.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  return { work, end: () => ends.shift()?.() };
}

test("a burst of calls is one piece of work, after the last of them", async () => {
  const { work } = slowWork();
  const call = burst(work, 150);
  for (let i = 0; i < 5; i++) {
    call();
    await jest.advanceTimersByTimeAsync(100);
  }
  expect(work).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(50);
  expect(work).toHaveBeenCalledTimes(1);
});

test("calls while it runs give one more, once it has ended", async () => {
  const { work, end } = slowWork();
  const call = burst(work, 150);
  call();
  await jest.advanceTimersByTimeAsync(150);
  call();
  call();
  await jest.advanceTimersByTimeAsync(1000);
  expect(work).toHaveBeenCalledTimes(1);
  end();
  await jest.advanceTimersByTimeAsync(150);
  expect(work).toHaveBeenCalledTimes(2);
  end();
  await jest.advanceTimersByTimeAsync(1000);
  expect(work).toHaveBeenCalledTimes(2);
});
