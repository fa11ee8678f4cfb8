import { chatIcon } from './chat-icon.ts'

/** Shapes of the icons on a field of 24. */
export const iconPaths = {
  chat: chatIcon,
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14M6 13l6 6 6-6',
  send: 'M12 19V5M6 11l6-6 6 6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0',
  spark: 'M12 3q1 8 9 9q-8 1-9 9q-1-8-9-9q8-1 9-9z',
  doc: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  end: 'M14 4h5v16h-5M10 8l-4 4 4 4M6.5 12H15',
  alert: 'M12 8v5M12 16.5v.1M12 3.5l9 16H3z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  stop: 'M5 5h14v14H5z',
  file: 'M8 13l6.5-6.5a2.8 2.8 0 0 1 4 4L10 19a4.6 4.6 0 0 1-6.5-6.5L11 5',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M8.5 8.8v.1',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  plus: 'M12 5v14M5 12h14',
  people: 'M9 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5a6.5 6.5 0 0 1 13 0M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.3a6.5 6.5 0 0 1 3.5 5.2',
  note: 'M5 4h14v11l-5 5H5zM19 15h-5v5',
} as const

export type IconName = keyof typeof iconPaths
