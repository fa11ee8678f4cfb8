import { chatIcon } from './chat-icon.ts'

/** Shapes of the icons on a field of 24, those of the first look; the others are in late-icons.tsx. */
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
  stop: 'M6 6h12v12H6z',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  attach: 'M8 13l6.5-6.5a2.8 2.8 0 0 1 4 4L10 19a4.6 4.6 0 0 1-6.5-6.5L11 5',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M8.5 8.8v.1',
  menu: 'M12 5a.5.5 0 1 0 .01 0zM12 11.5a.5.5 0 1 0 .01 0zM12 18a.5.5 0 1 0 .01 0z',
  'thumb-up': 'M7 11l4-8a2.5 2.5 0 0 1 2.5 2.8L13 9h5.5a2 2 0 0 1 2 2.4l-1.3 6.8A2.3 2.3 0 0 1 17 20H7zM7 11H3.5v9H7',
  'thumb-down': 'M17 13l-4 8a2.5 2.5 0 0 1-2.5-2.8L11 15H5.5a2 2 0 0 1-2-2.4l1.3-6.8A2.3 2.3 0 0 1 7 4h10zM17 13h3.5V4H17',
  mic: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21',
} as const

export type IconName = keyof typeof iconPaths
