import type { Injector } from "@univerjs/core";
import { IDefinedNamesService, type IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from "@univerjs/sheets";
import type { Execute } from "./sheet-states";

/** Names of the whole workbook, kept by Univer. */
export class Names {
  constructor(
    private readonly injector: Injector,
    private readonly unitId: string,
    private readonly execute: Execute,
  ) {}

  private defined(): IDefinedNamesServiceParam[] {
    return Object.values(this.injector.get(IDefinedNamesService).getDefinedNameMap(this.unitId) ?? {});
  }

  /** As Univer's mutations take a name; one that is there keeps its id. */
  private paramsOf(name: string) {
    const known = this.defined().find((defined) => defined.name === name);
    return { id: known?.id ?? name, name, localSheetId: SCOPE_WORKBOOK_VALUE_DEFINED_NAME };
  }

  all(): ReadonlyMap<string, string> {
    return new Map(this.defined().map(({ name, formulaOrRefString }) => [name, `=${formulaOrRefString}`]));
  }

  set(name: string, formula: string): void {
    const formulaOrRefString = formula.replace(/^=/, "");
    this.execute("formula.mutation.set-defined-name", { ...this.paramsOf(name), formulaOrRefString });
  }

  remove(name: string): void {
    this.execute("formula.mutation.remove-defined-name", this.paramsOf(name));
  }
}
