/**
 * The address of a picture, if it lies at one of the allowed origins; `undefined` for every other, which is then never requested.
 *
 * @example allowedPicture('/team/sarah.png', ['https://shop.example'], document.baseURI)
 */
export function allowedPicture(url: string, origins: readonly string[], base: string): string | undefined {
  if (origins.length === 0 || !URL.canParse(url, base)) return undefined
  const { origin, href } = new URL(url, base)
  return origins.includes(origin) ? href : undefined
}
