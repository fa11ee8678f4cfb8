import { Drawn } from '../ui/icons.tsx'

const paths = {
  plus: 'M12 5v14M5 12h14',
  people: 'M9 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5a6.5 6.5 0 0 1 13 0M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.3a6.5 6.5 0 0 1 3.5 5.2',
  note: 'M5 4h14v11l-5 5H5zM19 15h-5v5',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
} as const

/**
 * Icons that only the team sees, so that no visitor's page loads them; the others are in `ui/late-icons.tsx`.
 *
 * @example <StaffIcon name="note" size={16} />
 */
export const StaffIcon = ({ name, size }: { readonly name: keyof typeof paths; readonly size: number }) => <Drawn path={paths[name]} size={size} />
