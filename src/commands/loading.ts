import type { Notice } from "./state";

/** What the bundler says of a file that did not come. */
interface LoadFailure {
  request?: string;
}

/** A part of the add-in's own program did not come. */
export class NotLoaded extends Error {
  readonly notice: Notice;
  constructor(cause: unknown) {
    const request = (cause as LoadFailure | null)?.request ?? "";
    const file = request.slice(request.lastIndexOf("/") + 1) || "程序文件";
    const words = `没有读到加载项的 ${file}，请检查网络后再试；加载项刚升级过的，请关闭 Excel 再打开；如仍不行，请告诉信息中心。已填的内容没有改动`;
    super(words);
    this.notice = { kind: "error", text: `${words}。`, details: String(cause) };
  }
}

/**
 * A part of the program that is loaded when first asked for, and once only; what did not come is tried again next time.
 * @throws NotLoaded when it cannot be loaded
 */
export function loadedOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let part: Promise<T> | undefined;
  return () =>
    (part ??= load().catch((error: unknown) => {
      part = undefined;
      throw new NotLoaded(error);
    }));
}
