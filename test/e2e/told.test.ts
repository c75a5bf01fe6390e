import { violations } from "./axe";
import { type OpenWorkbench, openWorkbench } from "./workbench";

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench({ width: 1280, height: 720 });
});
afterAll(() => workbench?.close());

const bar = () => workbench.page.locator(".message-bar");

async function open(name: string, content: string): Promise<void> {
  const { page } = workbench;
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "打开", exact: true }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "", buffer: Buffer.from(content) });
}

const LONG = `${"很长的名字".repeat(20)}.xlsx`;

test.each([
  ["旧表.xlsx", "%PDF-1.4"],
  [LONG, "%PDF-1.4"],
])(
  "a refusal to open stands whole in a bar, as an error, until the keyboard closes it",
  async (name, content) => {
    const { page } = workbench;
    await open(name, content);
    const alert = page.getByRole("alert").filter({ hasText: `没有打开“${name}”` });
    await alert.waitFor();
    expect(await bar().count()).toBe(1);
    const seen = await alert
      .locator("p")
      .evaluate((p) => p.scrollHeight <= p.clientHeight && p.scrollWidth <= p.clientWidth);
    expect(seen).toBe(true);
    expect(await violations(page.mainFrame(), { include: [".message-bar"] })).toEqual([]);
    await page.getByRole("button", { name: "打开", exact: true }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await bar().waitFor({ state: "detached" });
    // the cells have the keyboard again
    expect(
      await page.evaluate(() => document.querySelector("#sheet")!.contains(document.activeElement)),
    ).toBe(true);
  },
);

test("a refusal goes when something else has been done", async () => {
  await open("旧表.xlsx", "%PDF-1.4");
  await bar().waitFor();
  await workbench.press("重新开始");
  expect(await bar().count()).toBe(0);
  expect(await workbench.page.locator("#hint").textContent()).toContain("已从空白工作簿重新开始");
});

test("what is done is read whole in the line, or in a bar where the line has no room", async () => {
  const { page } = workbench;
  for (const [width, bars] of [
    [1280, 0],
    [520, 1],
  ] as const) {
    await page.setViewportSize({ width, height: 720 });
    await page.getByRole("button", { name: "重新开始", exact: true }).dispatchEvent("click");
    await page.locator("#ribbon button:disabled").waitFor({ state: "detached" });
    await workbench.settled();
    expect([width, await bar().count()]).toEqual([width, bars]);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
});
