import type { Injector } from "@univerjs/core";
import { IDefinedNamesService, type IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME as WORKBOOK } from "@univerjs/sheets";
import type { Execute } from "./sheet-states";

const scopeOf = ({ localSheetId }: IDefinedNamesServiceParam): string => localSheetId ?? WORKBOOK;

/** Names of the workbook, and those that sheets have for themselves, kept by Univer. */
export class Names {
  constructor(
    private readonly injector: Injector,
    private readonly unitId: string,
    private readonly execute: Execute,
  ) {}

  private defined(scope: string): IDefinedNamesServiceParam[] {
    const all = this.injector.get(IDefinedNamesService).getDefinedNameMap(this.unitId) ?? {};
    return Object.values(all).filter((defined) => scopeOf(defined) === scope);
  }

  /** As Univer's mutations take a name; one that is there keeps its id. */
  private paramsOf(name: string, scope: string) {
    const known = this.defined(scope).find((defined) => defined.name.toLowerCase() === name.toLowerCase());
    const id = scope === WORKBOOK ? name : `${scope}!${name}`;
    return { id: known?.id ?? id, name: known?.name ?? name, localSheetId: scope };
  }

  /** @param scope a sheet's id, or the whole workbook */
  all(scope: string = WORKBOOK): ReadonlyMap<string, string> {
    return new Map(
      this.defined(scope).map(({ name, formulaOrRefString }) => [name, `=${formulaOrRefString}`]),
    );
  }

  set(name: string, formula: string, scope: string = WORKBOOK): void {
    const formulaOrRefString = formula.replace(/^=/, "");
    this.execute("formula.mutation.set-defined-name", { ...this.paramsOf(name, scope), formulaOrRefString });
  }

  remove(name: string, scope: string = WORKBOOK): void {
    this.execute("formula.mutation.remove-defined-name", this.paramsOf(name, scope));
  }
}
