/** The hue of the accent at a lightness of its own, with as much colour as it has, but no more than this. */
export const tint = (lightness: string, chroma: string): string => `oklch(from var(--handback-accent) ${lightness} min(c * .6,${chroma}) h)`
