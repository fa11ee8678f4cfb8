/** Shapes of the icons on a field of 24, apart from their component so that the launcher needs no Preact. */
export const iconPaths = {
  chat: 'M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM8 9h8M8 12.5h5',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14M6 13l6 6 6-6',
  send: 'M12 19V5M6 11l6-6 6 6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0',
  spark: 'M12 3q1 8 9 9q-8 1-9 9q-1-8-9-9q8-1 9-9z',
  doc: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  end: 'M14 4h5v16h-5M10 8l-4 4 4 4M6.5 12H15',
  alert: 'M12 8v5M12 16.5v.1M12 3.5l9 16H3z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  note: 'M5 4h14v11l-5 5H5zM19 15h-5v5',
} as const

export type IconName = keyof typeof iconPaths
