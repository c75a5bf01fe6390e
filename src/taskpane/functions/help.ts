/** What custom-functions-metadata writes about a function, as far as the help shows it. */
export interface FunctionMetadata {
  name: string;
  description: string;
  parameters: { name: string; description: string; optional?: boolean }[];
}

/** One function's help; `title` is what the description starts with, `example` a formula that runs. */
export interface FunctionHelp {
  name: string;
  title: string;
  description: string;
  example: string;
  /** `YIZHI.GAP(indicator, actual)`, omittable arguments in square brackets */
  signature: string;
  parameters: { name: string; description: string; optional: boolean }[];
}

/** Doc comments read `差距：目标值减本期值…。示例：=YIZHI.GAP("{code}",{value})`. */
const PARTS = /^([^：]+)：(.*?)示例：(=.*)$/s;

/**
 * Reads the functions' metadata.
 * @param fill puts what the plan names in the places of a text
 * @throws Error naming a function whose description is not of that form
 */
export const functionHelp = (
  namespace: string,
  functions: readonly FunctionMetadata[],
  fill: (text: string) => string,
): FunctionHelp[] =>
  functions.map(({ name, description, parameters }) => {
    const parts = PARTS.exec(fill(description));
    if (!parts) throw new Error(`${name}: no title or example in its description`);
    const [, title, text, example] = parts;
    const listed = parameters.map((p) => ({
      ...p,
      description: fill(p.description),
      optional: p.optional ?? false,
    }));
    const signature = listed.map((p) => (p.optional ? `[${p.name}]` : p.name)).join(", ");
    return {
      name: `${namespace}.${name}`,
      title: title!,
      description: text!,
      example: example!,
      signature: `${namespace}.${name}(${signature})`,
      parameters: listed,
    };
  });
