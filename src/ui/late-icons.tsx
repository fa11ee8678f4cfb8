import { iconPaths } from './icon-paths.ts'
import { Drawn } from './icons.tsx'

const paths = {
  ...iconPaths,
  down: 'M12 5v14M6 13l6 6 6-6',
  doc: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  end: 'M14 4h5v16h-5M10 8l-4 4 4 4M6.5 12H15',
  alert: 'M12 8v5M12 16.5v.1M12 3.5l9 16H3z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M8.5 8.8v.1',
  'thumb-up': 'M7 11l4-8a2.5 2.5 0 0 1 2.5 2.8L13 9h5.5a2 2 0 0 1 2 2.4l-1.3 6.8A2.3 2.3 0 0 1 17 20H7zM7 11H3.5v9H7',
  'thumb-down': 'M17 13l-4 8a2.5 2.5 0 0 1-2.5-2.8L11 15H5.5a2 2 0 0 1-2-2.4l1.3-6.8A2.3 2.3 0 0 1 7 4h10zM17 13h3.5V4H17',
  back: 'M19 12H5M11 6l-6 6 6 6',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3q4 4 4 9t-4 9q-4-4-4-9t4-9',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  history: 'M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4M12 8v4.5l3 2',
  open: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
} as const

export type IconName = keyof typeof paths

/**
 * All icons that a visitor may see, for what is not there at the first look.
 *
 * @example <Icon name="globe" />
 */
export const Icon = ({ name, size }: { readonly name: IconName; readonly size?: number }) => <Drawn path={paths[name]} {...(size !== undefined && { size })} />
