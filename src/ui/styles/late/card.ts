/** Cards and the fields in them: surveys, forms, tickets. Adopting it twice changes nothing. */
export const card = `
.card{display:flex;flex-direction:column;gap:10px;margin-top:calc(4*var(--handback-space));padding:calc(3.5*var(--handback-space));border-radius:calc(.8*var(--handback-radius));background:var(--handback-card,var(--handback-bg));box-shadow:inset 0 0 0 var(--handback-stroke) var(--handback-line);overflow-wrap:anywhere}
.card>strong,.form>strong{display:flex;align-items:flex-start;gap:6px;font-family:var(--handback-title-font,inherit);font-size:1em;line-height:1.35;text-wrap:balance}
.card>strong .icon{margin-top:.15em}
.card>.primary{align-self:flex-start}
:is(.card,.form) label,.field{display:grid;gap:4px;min-width:0;font-size:.9em;font-weight:600}
:is(.card,.form) label small{font-weight:400;font-size:.93em}
:is(.card,.form) :is(textarea,select,input:not([type=radio],[type=checkbox])){width:100%;min-width:0;min-height:40px;padding:8px 10px;font-size:16px;line-height:1.4;font-weight:400;color:var(--handback-text);background:var(--handback-bg);border:max(1px,var(--handback-stroke)) solid var(--handback-edge);border-radius:var(--handback-field-radius);resize:vertical}
:is(.card,.form) :is(textarea,select,input):focus-visible{outline-offset:-1px}
:is(.card,.form) [aria-invalid=true]:not([type=radio]){border-color:var(--handback-danger);box-shadow:inset 0 0 0 1px var(--handback-danger)}
:is(.card,.form) .error{display:flex;gap:4px;color:var(--handback-danger);font-weight:600}
.error .icon{margin-top:.15em}
.log:has(:is(.card,.form):focus-within,.factors)~.jump{display:none}
.card.ticket{gap:6px}
.answers dl{display:grid;gap:8px}
.answers dt{font-size:.82em;color:var(--handback-muted)}
.answers dd{white-space:pre-wrap}
.note{background:var(--handback-note)}
@media (forced-colors:active){.card{border:1px solid}}
`
