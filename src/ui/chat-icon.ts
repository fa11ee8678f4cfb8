/** Shape of the launcher's icon on a field of 24: all of the icons that a page pays for before somebody wants to chat. */
export const chatIcon = 'M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM8 9h8M8 12.5h5'
