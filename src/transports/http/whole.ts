import type { Transport } from '../../contracts/index.ts'
import { askHub, open, reads } from './connect.ts'
import type { HttpOptions } from './options.ts'
import { way, ways } from './way.ts'

const talk = async () => ({ askHub, open, reads })

/** `http` in one piece, for who loads it only when it is used. */
export const wholeHttp = (options: HttpOptions): readonly Transport[] =>
  (Object.keys(ways) as (keyof typeof ways)[]).map((name) => way(name, options, talk))
