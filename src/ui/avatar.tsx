import { useContext, useState } from 'preact/hooks'
import type { Person } from '../protocol/index.ts'
import { allowedPicture } from './allowed-picture.ts'
import { BotAvatar, Face } from './bot-avatar.tsx'
import { PictureOrigins } from './picture-origins.ts'

/** First letters of the first and the last word, at most two; a number beside a name is none of its initials. */
function initials(name: string): string {
  const all = name.trim().split(/\s+/)
  const named = all.filter((word) => /^\p{L}/u.test(word))
  const words = named.length > 0 ? named : all.slice(0, 1)
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return letters.map((word) => [...(word ?? '')][0] ?? '').join('').toUpperCase()
}

/**
 * A picture, or initials; the assistant has a spark.
 * Only pictures of allowed origins are requested, without a referrer.
 */
export function Avatar({ person, size = 28 }: { readonly person: Person; readonly size?: number }) {
  const [broken, setBroken] = useState<string>()
  const bot = person.kind === 'assistant'
  const allowed = allowedPicture(person.avatar ?? '', useContext(PictureOrigins), document.baseURI)
  const picture = allowed === broken ? undefined : allowed
  if (bot && !picture) return <BotAvatar size={size} />
  return (
    <Face size={size} bot={bot}>
      {picture
        ? <img src={picture} alt="" width={size} height={size} loading="lazy" referrerpolicy="no-referrer" onError={() => setBroken(picture)} />
        : initials(person.name)}
    </Face>
  )
}
