extension Styles {
  /// Buttons and badges.
  static let controls = """
    .button,button{display:inline-flex;align-items:center;justify-content:center;gap:var(--step-2);\
    min-height:2.75rem;padding:var(--step-2) var(--step-4);border:1px solid var(--action);\
    border-radius:var(--corner);background:var(--action);color:var(--action-ink);font:600 1rem/1.2 var(--sans);\
    text-align:center;text-decoration:none;cursor:pointer}
    .button:hover,button:hover{text-decoration:underline;text-underline-offset:.2em;\
    box-shadow:inset 0 0 0 99rem rgb(128 128 128/.14)}
    .button[data-tone=quiet],button[data-tone=quiet]{background:transparent;color:var(--action);\
    border-color:var(--edge)}
    .button[data-tone=bad],button[data-tone=bad]{background:transparent;color:var(--bad);\
    border-color:var(--bad)}
    .button[data-tone=plain],button[data-tone=plain]{background:none;border-color:transparent;\
    color:inherit;font-weight:500;padding:0;min-height:1.5rem;text-decoration:underline}
    button:disabled,.button[aria-disabled=true]{background:var(--sunken);color:var(--ink-soft);\
    border-color:var(--line);cursor:not-allowed}
    .actions{display:flex;flex-wrap:wrap;gap:var(--step-3);align-items:center;margin-block:var(--step-6)}
    .actions form{margin:0}
    .badge{display:inline-flex;align-items:center;gap:.4em;padding:.1rem .6rem;border-radius:var(--pill);\
    border:1px solid currentColor;background:var(--sunken);color:var(--ink);font-size:.875rem;font-weight:600;\
    text-align:start}
    .badge::before{content:"";width:.55em;height:.55em;background:currentColor;flex:none}
    .badge[data-tone=info]{background:var(--info-paper);color:var(--info)}
    .badge[data-tone=info]::before{border-radius:50%}
    .badge[data-tone=good]{background:var(--good-paper);color:var(--good)}
    .badge[data-tone=good]::before{clip-path:polygon(14% 44%,0 65%,50% 100%,100% 16%,80% 0,43% 62%);\
    width:.7em;height:.7em}
    .badge[data-tone=warn]{background:var(--warn-paper);color:var(--warn)}
    .badge[data-tone=warn]::before{clip-path:polygon(50% 0,100% 100%,0 100%);width:.7em}
    .badge[data-tone=bad]{background:var(--bad-paper);color:var(--bad)}
    .badge[data-tone=bad]::before{clip-path:polygon(30% 0,70% 0,100% 30%,100% 70%,70% 100%,30% 100%,0 70%,0 30%);\
    width:.65em;height:.65em}
    @media (max-width:30rem){.actions>*,.actions form,.actions button{width:100%}}
    """
}
