/** What the page uses of Univer's React; @types/react would bring a second meaning of JSX beside Preact's. */
declare module "react" {
  export function createElement(type: unknown, properties: object): unknown;
}
declare module "react-dom" {
  export function createPortal(child: unknown, parent: Element): unknown;
}
