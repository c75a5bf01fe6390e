/** The folder of a build's source maps. */
export function besides(dist: string): string;
