import type { Injector } from "@univerjs/core";
import { FunctionType } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type { FunctionMetadata } from "../../engine/functions";

/** Has the add-in's functions offered and explained while a formula is typed, as Excel does from functions.json. */
export function describeFunctions(
  injector: Injector,
  functions: readonly FunctionMetadata[],
  namespace: string,
): void {
  injector.get(IDescriptionService).registerDescriptions(
    functions.map(({ name, description = "", parameters }) => ({
      functionName: `${namespace}.${name}`,
      functionType: FunctionType.User,
      description,
      abstract: description.split(/[。：]/)[0]!,
      functionParameter: parameters.map((parameter) => ({
        name: parameter.name,
        detail: parameter.description ?? "",
        example: parameter.name,
        require: parameter.optional ? 0 : 1,
        repeat: 0,
      })),
    })),
  );
}
