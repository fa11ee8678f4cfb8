/** The count on the launcher. Nothing is unread before there is a chat. */
export const unreadStyles = `
.unread{position:absolute;inset-block-start:-5px;inset-inline-end:-5px;min-width:22px;height:22px;padding:0 6px;border-radius:22px;background:var(--handback-unread);color:var(--handback-on-unread);font-size:12.5px;font-weight:700;line-height:22px;text-align:center;box-shadow:0 0 0 2px var(--handback-bg);box-sizing:border-box}
@media (forced-colors:active){.unread{border:1px solid}}
`
