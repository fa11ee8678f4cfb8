/** The longest address that a hub takes. */
const LIMIT = 2_000

/** Where the visitor is, for the people who answer. Without query and hash, which may hold secrets that are not ours to tell. */
export const pageAddress = ({ origin, pathname }: Pick<Location, 'origin' | 'pathname'>): string => `${origin}${pathname}`.slice(0, LIMIT)
