/** Takes a message out, where the reader may. */
export const remove = `
.remove{position:absolute;inset-block-start:2px;inset-inline-end:-36px;display:grid;place-items:center;width:32px;height:32px;color:var(--handback-muted);opacity:0}
.own .remove{inset-inline:-36px auto}
.row.first:not(.own) .remove{inset-block-start:24px}
.row:hover .remove,.remove:focus-visible{opacity:1}
.remove:hover{color:var(--handback-danger)}
`
