/** Shapes of the icons on a field of 24, those of the first look; the others are in late-icons.tsx. */
export const iconPaths = {
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M12 19V5M6 11l6-6 6 6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0',
  spark: 'M12 3q1 8 9 9q-8 1-9 9q-1-8-9-9q8-1 9-9z',
  stop: 'M6 6h12v12H6z',
  attach: 'M8 13l6.5-6.5a2.8 2.8 0 0 1 4 4L10 19a4.6 4.6 0 0 1-6.5-6.5L11 5',
  menu: 'M12 5a.5.5 0 1 0 .01 0zM12 11.5a.5.5 0 1 0 .01 0zM12 18a.5.5 0 1 0 .01 0z',
  mic: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21',
} as const

export type IconName = keyof typeof iconPaths
