import {
  comparison,
  convert,
  type Distribution,
  distribution,
  openFile,
  type OutgoingFile,
  remind,
  reminder,
  runCommand,
  savesFiles,
} from "../../commands";
import { Button, Copy, Save, useShown } from "../controls";
import { Choose, Compared } from "./merge";

const contents = (indicators: number, tasks: number): string =>
  [indicators > 0 && `指标 ${indicators} 项`, tasks > 0 && `任务 ${tasks} 项`].filter(Boolean).join("、");

const Each = ({ files, saved }: { files: OutgoingFile[]; saved: boolean }) => (
  <ul class="missing">
    {files.map((file) => (
      <li key={file.name}>
        {saved ? (
          <Save {...file} />
        ) : (
          <Button small onClick={() => void openFile(file)}>
            {`打开 ${file.name}`}
          </Button>
        )}{" "}
        <small>{contents(file.rows.form, file.rows.tasks)}</small>
      </li>
    ))}
  </ul>
);

const Files = ({ files, zip }: Distribution) =>
  savesFiles() ? (
    <>
      <p>
        全部：
        <Save {...zip} />
      </p>
      <details>
        <summary>逐个保存（{files.length}）</summary>
        <Each files={files} saved />
      </details>
    </>
  ) : (
    <>
      <p>Mac 版 Excel 的窗格不能保存文件：请逐个点“打开”，文件在新窗口打开，再用“文件 → 另存为”保存。</p>
      <Each files={files} saved={false} />
    </>
  );

export function Tab() {
  const distributed = useShown(distribution).last;
  const { found } = useShown(comparison);
  const { text } = useShown(reminder);
  return (
    <>
      <section class="group" aria-label="分发">
        <h2>分发</h2>
        <p class="hint">为每个单位生成一个填报文件，用普通公式计算，没有加载项也能填。</p>
        <div class="actions">
          <Button main={!distributed && !found} onClick={() => void runCommand("distribute")}>
            生成填报文件
          </Button>
        </div>
        {distributed && <Files {...distributed} />}
      </section>
      <section class="group" aria-label="汇总">
        <h2>汇总</h2>
        <p class="hint">选择交回的 .xlsx 文件，可一次选多个。先列出差异，由您确认后才写入。</p>
        <Choose />
        {found && <Compared {...found} />}
      </section>
      <section class="group" aria-label="催报">
        <h2>催报</h2>
        <div class="actions">
          <Button onClick={() => void remind()}>生成催报清单</Button>
          {text !== null && <Copy label="复制催报清单" text={text} />}
        </div>
      </section>
      <section class="group" aria-label="公式">
        <h2>公式</h2>
        <p class="hint">把本表交给没有加载项的人之前，转为普通公式或数值；填报内容不变。</p>
        <div class="actions">
          <Button onClick={() => void convert("formulas")}>转为普通公式</Button>
          <Button onClick={() => void convert("values")}>转为数值</Button>
          <Button onClick={() => void convert("functions")}>转回 YIZHI 函数</Button>
        </div>
      </section>
    </>
  );
}
