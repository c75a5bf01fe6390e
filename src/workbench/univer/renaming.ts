import type { IMutationInfo, Injector } from "@univerjs/core";
import { SheetInterceptorService } from "@univerjs/sheets";

/**
 * What a person's renaming of a sheet does, with what Univer's features add so that formulas and names follow. The
 * command itself would be a step of undo too.
 */
export function renaming(
  injector: Injector,
  params: { unitId: string; subUnitId: string; name: string },
): IMutationInfo[] {
  const { preRedos = [], redos } = injector
    .get(SheetInterceptorService)
    .onCommandExecute({ id: "sheet.command.set-worksheet-name", params });
  return [...preRedos, { id: "sheet.mutation.set-worksheet-name", params }, ...redos];
}
