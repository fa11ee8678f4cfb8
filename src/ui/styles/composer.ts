/** The box to write in, and its buttons. */
export const composer = `
.composer{display:flex;flex-wrap:wrap;align-items:flex-end;gap:2px;padding:4px;border-radius:var(--handback-composer-radius,24px);background:var(--handback-bg);color:var(--handback-text);border:max(1.5px,var(--handback-stroke)) solid var(--handback-edge)}
.composer:focus-within{border-color:var(--handback-focus);outline:1px solid var(--handback-focus)}
.composer textarea{flex:1;min-width:6em;border:0;outline:0;background:none;resize:none;font-size:max(16px,1em);line-height:1.5;padding:6px;padding-inline:10px 4px;max-height:156px;overflow-x:hidden;text-overflow:ellipsis;scrollbar-width:thin}
:placeholder-shown{direction:inherit}
.composer textarea::placeholder{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
textarea::placeholder,input::placeholder{color:var(--handback-muted);opacity:1}
.send{background:var(--handback-accent);color:var(--handback-on-accent)}
`
