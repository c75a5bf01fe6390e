import { isEmpty, planDraft } from "../../commands";
import { useShown } from "../controls";
import { Adoption } from "./adoption";
import { Drafted } from "./drafted";
import { Import } from "./file";
import { Further } from "./further";
import { PasteBox } from "./paste-box";
import { Present } from "./present";
import { Ready } from "./ready";

export function Tab() {
  const draft = useShown(planDraft);
  return (
    <>
      <Present />
      <section class="group" aria-label="换成自己的规划">
        <h2>换成自己的规划</h2>
        <PasteBox
          part="plan"
          label="规划表"
          hint="从 Word、WPS、网页或 Excel 复制指标表，粘贴到这里"
          reads="读取"
          main={isEmpty(draft)}
        >
          <Import />
        </PasteBox>
        {isEmpty(draft) && <Ready />}
      </section>
      <Drafted draft={draft} />
      <Further {...draft} />
      <Adoption draft={draft} />
    </>
  );
}
