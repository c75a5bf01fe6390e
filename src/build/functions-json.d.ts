/** A parameter as functions.json describes it. */
interface Parameter {
  name: string;
  description: string;
  optional?: boolean;
  dimensionality?: string;
}
/** What functions.json says. */
export interface FunctionsMetadata {
  functions: { id: string; name: string; description: string; parameters: Parameter[] }[];
}
export function forExcel(metadata: object): FunctionsMetadata;
export function functionsJson(file: string, fill?: (text: string) => string): Promise<FunctionsMetadata>;
