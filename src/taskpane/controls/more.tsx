import { Button } from "./basic";

interface MoreProps {
  /** of these only `shown` stand in the list */
  all: number;
  shown: number;
  measure: "项" | "行" | "期" | "个单位";
  onAll: () => void;
}

/** Under a long list: shows the rest of it; nothing where there is none. */
export const More = ({ all, shown, measure, onAll }: MoreProps) =>
  all <= shown ? null : (
    <div class="actions">
      <Button small onClick={onAll}>{`显示全部 ${all} ${measure}`}</Button>
    </div>
  );
