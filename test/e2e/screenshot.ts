import { join } from "node:path";
import { openWorkbench } from "./workbench";

const FILE = join(__dirname, "../../assets/workbench.png");

/** Takes the README's picture: the workbench after 试填 and 标记滞后. */
async function main(): Promise<void> {
  const workbench = await openWorkbench();
  await workbench.press("试填");
  await workbench.press("标记滞后");
  await workbench.page.screenshot({ path: FILE });
  await workbench.close();
  console.log(FILE);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
