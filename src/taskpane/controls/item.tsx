import type { ComponentChildren } from "preact";
import { selectCell, type TableId } from "../../commands";

interface ItemProps {
  title: string;
  /** the table that holds the cell */
  sheet: TableId;
  /** the cell to select, such as `H12`; empty when the sheet has lost it */
  address: string;
  children: ComponentChildren;
  /** what can be done about it, outside the part that selects the cell */
  below?: ComponentChildren;
}

/** A line of a list; pressing it selects its cell, where there is one. */
export const Item = ({ title, sheet, address, children, below }: ItemProps) => {
  const content = (
    <>
      <span class="item-head">
        <b>{title}</b>
        <span class="address">{address}</span>
      </span>
      {children}
    </>
  );
  return (
    <li class="card">
      {address === "" ? (
        <div class="item">{content}</div>
      ) : (
        <button type="button" class="item" onClick={() => void selectCell(sheet, address)}>
          {content}
        </button>
      )}
      {below}
    </li>
  );
};
