import { useEffect, useState } from "preact/hooks";
import { insertExample, workbook } from "../../commands";
import { Button, Copy, useShown } from "../controls";
import { exampleWords, filled } from "../../functions";
import { planInUse } from "../../plan/in-use";
import { type FunctionHelp, functionHelp, type FunctionMetadata } from "./help";

const NAMESPACE = "YIZHI";
declare const BUILD: string;
/** Made at build from the functions' doc comments; lies beside this page. */
const METADATA = `function-help.${BUILD}.json`;

async function loadMetadata(): Promise<FunctionMetadata[]> {
  const answer = await fetch(METADATA);
  if (!answer.ok) throw new Error(`${METADATA}: ${answer.status}`);
  return ((await answer.json()) as { functions: FunctionMetadata[] }).functions;
}

/** The help with examples of the plan in use. */
function helpOf(functions: readonly FunctionMetadata[]): FunctionHelp[] {
  const words = exampleWords(planInUse());
  return functionHelp(NAMESPACE, functions, (text) => filled(text, words));
}

const Help = ({ name, title, description, signature, parameters, example }: FunctionHelp) => (
  <li>
    <details class="function">
      <summary>
        <b>{name}</b> {title}
      </summary>
      <p>{description}</p>
      <p class="code">{signature}</p>
      <dl>
        {parameters.map((parameter) => (
          <div key={parameter.name}>
            <dt>
              {parameter.name}
              {parameter.optional && <small> 可省略</small>}
            </dt>
            <dd>{parameter.description}</dd>
          </div>
        ))}
      </dl>
      <p class="code">{example}</p>
      <div class="actions">
        <Button small onClick={() => void insertExample(example)}>
          插入所选单元格
        </Button>
        <Copy label="复制" text={example} />
      </div>
    </details>
  </li>
);

export function Tab() {
  const [metadata, setMetadata] = useState<FunctionMetadata[]>([]);
  const [failed, setFailed] = useState("");
  // its plan, of which the examples are, may have changed
  useShown(workbook);
  useEffect(() => {
    loadMetadata().then(setMetadata, (error: unknown) => setFailed(String(error)));
  }, []);
  return (
    <>
      <p class="hint">这些函数可用在任何工作簿中。先选中一个空单元格，再点“插入所选单元格”看效果。</p>
      {failed !== "" && (
        <fluent-message-bar intent="error">
          函数说明没有读到，请重新打开窗格；如仍不行，请告诉信息中心：{failed}
        </fluent-message-bar>
      )}
      <ul class="functions">
        {helpOf(metadata).map((one) => (
          <Help key={one.name} {...one} />
        ))}
      </ul>
    </>
  );
}
