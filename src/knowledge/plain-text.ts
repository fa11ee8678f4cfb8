/** Markdown without its marks, for the index only: imports, tags, fences and link targets say nothing about the question. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/<!--[^]*?-->/g, ' ')
    .replace(/^(?:import|export)\s.*$/gm, ' ')
    .replace(/^\s*(?::::|```|~~~).*$/gm, ' ')
    .replace(/<\/?[a-zA-Z][^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/https?:\/\/\S+/g, ' ')
