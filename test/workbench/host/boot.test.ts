import { RibbonCommands } from "../../../src/workbench/host/boot";

const RIBBON_COMMAND = 39;
const COMPLETED = 94;

function addIn(commands: RibbonCommands): { heard: unknown[]; complete: () => void } {
  const heard: unknown[] = [];
  let id: unknown;
  commands.listen(RIBBON_COMMAND, (_, payload) => {
    const [command, action] = payload.toArray();
    id = command;
    heard.push(action);
  });
  return { heard, complete: () => commands.completed(COMPLETED, [id, 0]) };
}

test("a button that is pressed while the add-in loads is heard once it listens", async () => {
  const commands = new RibbonCommands();
  const pressed = commands.press("insertForm", "insertForm");
  const { heard, complete } = addIn(commands);
  expect(heard).toEqual(["insertForm"]);
  complete();
  await pressed;
});

test("a button comes free when the add-in's window goes before it is done", async () => {
  const commands = new RibbonCommands();
  const former = addIn(commands);
  const pressed = commands.press("insertForm", "insertForm");
  commands.end();
  await pressed;
  const next = addIn(commands);
  void commands.press("insertTasks", "insertTasks");
  expect([former.heard, next.heard]).toEqual([["insertForm"], ["insertTasks"]]);
});
