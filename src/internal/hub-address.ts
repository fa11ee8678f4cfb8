/** Where a hub answers on a path that begins with a slash; that of the endpoint may end in one too. */
export const hubAddress = (endpoint: string, path: string): string => endpoint.replace(/\/+$/, '') + path
