import { iconPaths } from './icon-paths.ts'
import { Drawn } from './icons.tsx'

const paths = {
  ...iconPaths,
  plus: 'M12 5v14M5 12h14',
  people: 'M9 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5a6.5 6.5 0 0 1 13 0M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.3a6.5 6.5 0 0 1 3.5 5.2',
  note: 'M5 4h14v11l-5 5H5zM19 15h-5v5',
  back: 'M19 12H5M11 6l-6 6 6 6',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3q4 4 4 9t-4 9q-4-4-4-9t4-9',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  history: 'M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4M12 8v4.5l3 2',
  open: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
} as const

export type IconName = keyof typeof paths

/**
 * All icons, for what is not there at the first look.
 *
 * @example <Icon name="globe" />
 */
export const Icon = ({ name, size }: { readonly name: IconName; readonly size?: number }) => <Drawn path={paths[name]} {...(size !== undefined && { size })} />
