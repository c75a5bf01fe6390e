import { useEffect, useState } from "preact/hooks";
import { insertExample, type State } from "../commands";
import { Button } from "./controls";
import { Copy } from "./copy";
import { type FunctionHelp, functionHelp, type FunctionMetadata } from "./function-help";

const NAMESPACE = "YIZHI";
/** Made at build from the functions' doc comments; lies beside this page. */
const METADATA = "functions.json";
/** Names the build: the manifest's address stays, so a browser may keep an older one. */
declare const BUILD: string;

async function loadHelp(): Promise<FunctionHelp[]> {
  const answer = await fetch(`${METADATA}?${BUILD}`);
  if (!answer.ok) throw new Error(`${METADATA}: ${answer.status}`);
  const { functions } = (await answer.json()) as { functions: FunctionMetadata[] };
  return functionHelp(NAMESPACE, functions);
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

export function Functions(_: State) {
  const [help, setHelp] = useState<FunctionHelp[] | null>(null);
  const [failed, setFailed] = useState("");
  useEffect(() => {
    loadHelp().then(setHelp, (error: unknown) => setFailed(String(error)));
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
        {help?.map((one) => (
          <Help key={one.name} {...one} />
        ))}
      </ul>
    </>
  );
}
