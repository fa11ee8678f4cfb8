/** Whether a call of this tool asks for a person, whoever has run it. */
export const isHandoff = (tool: string): boolean => /^transfer.?to.?human$/i.test(tool)
