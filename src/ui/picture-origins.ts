import { createContext } from 'preact'

/** Origins that pictures may be requested from, by whatever shows one. Default none: initials, and a picture's words. */
export const PictureOrigins = createContext<readonly string[]>([])
