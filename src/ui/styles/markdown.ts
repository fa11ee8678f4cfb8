/** What is written in a bubble, and the sources under it. */
export const markdown = `
.bubble>*+*,.chunk>*+*,li>*+p,blockquote>*+*{margin-top:.6em}
.chunk:has(+.chunk){isolation:isolate;overflow-y:clip;padding-block:4px;margin-block:-4px}
@supports(overflow-clip-margin:1px){.chunk:has(+.chunk){overflow:clip;overflow-clip-margin:24px}}
.chunk+.chunk{margin-top:.6em}
.chunk+.chunk:has(+.chunk){margin-top:calc(.6em - 4px)}
.bubble ul,.bubble ol{padding-inline-start:1.4em}
.bubble li+li{margin-top:.3em}
.bubble li::marker{color:var(--handback-muted)}
.own .bubble li::marker{color:inherit}
.bubble a{color:inherit;text-decoration:underline;text-underline-offset:2px;unicode-bidi:isolate}
.bubble a:hover{text-decoration-thickness:2px}
.heading{font-weight:700;font-family:var(--handback-title-font,inherit);line-height:1.3}
.chunk>*+.heading{margin-top:1em}
.chunk+.chunk>.heading:first-child{padding-top:.4em}
.host{opacity:.9;unicode-bidi:isolate}
code{font:.88em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--handback-sunken);color:var(--handback-text);border-radius:4px;padding:.1em .3em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.code{position:relative}
pre{background:var(--handback-sunken);color:var(--handback-text);border-radius:min(8px,var(--handback-field-radius));padding:8px 10px;white-space:pre-wrap;box-shadow:inset 0 0 0 var(--handback-stroke) var(--handback-line)}
.code>pre{padding-block-end:32px}
pre code{padding:0;background:none}
.copy{position:absolute;inset-block-end:4px;inset-inline-end:4px;padding:2px 8px;font-size:.8em;font-weight:600;border-radius:min(6px,var(--handback-field-radius));color:var(--handback-muted);background:var(--handback-bg);box-shadow:inset 0 0 0 1px var(--handback-line)}
.copy:hover{color:var(--handback-text)}
blockquote{border-inline-start:3px solid var(--handback-edge);padding-inline-start:10px;color:var(--handback-muted)}
.own .bubble blockquote{border-color:currentColor}
hr{margin-block:0;border:0;border-top:var(--handback-stroke) solid var(--handback-line);width:100%}
.scrolls{overflow-x:auto;scrollbar-width:thin}
table{border-collapse:collapse;width:100%;font-size:.93em;overflow-wrap:normal}
td,th{text-align:start;padding-block:5px;padding-inline:0 12px;border-bottom:var(--handback-stroke) solid var(--handback-line);vertical-align:top;min-width:3em}
tr:last-child>td{border-bottom:0}
th{font-size:.93em;color:var(--handback-muted)}
.bubble:not(.bot *) :is(blockquote,th){color:inherit}
td:last-child,th:last-child{padding-inline-end:0}
.md img{max-width:100%;height:auto;border-radius:8px;display:block}
.cites{border-top:var(--handback-stroke) solid var(--handback-line);padding-top:8px}
.cites>small{display:block;margin-bottom:5px}
.bubble .files,.cites ul{display:flex;flex-direction:column;gap:5px;padding:0;list-style:none}
.bubble .files li+li,.bubble .cites li+li{margin:0}
.bubble .cite{display:flex;align-items:center;gap:8px;width:100%;min-height:36px;padding:7px 10px;border-radius:var(--handback-field-radius);background:var(--handback-soft);color:var(--handback-on-soft);font-size:.9em;font-weight:600;line-height:1.35;text-align:start;text-decoration:none;box-shadow:inset 0 0 0 1px color-mix(in srgb,currentColor 12%,transparent)}
.cite>span{min-width:0}
:is(a,button).cite:hover bdi{text-decoration:underline}
.files:has(figure){inline-size:280px;max-inline-size:100%}
.files figure{margin:0;border-radius:var(--handback-field-radius);overflow:hidden;background:var(--handback-soft)}
.files figure .cite{border-radius:0;box-shadow:none}
.shot{aspect-ratio:13/9;background:color-mix(in srgb,currentColor 8%,transparent)}
.bubble .cite .host{display:block;font-weight:400;color:inherit;opacity:1}
`
