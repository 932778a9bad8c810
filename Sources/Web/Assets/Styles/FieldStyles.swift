extension Styles {
  /// Form fields with their labels, hints and errors.
  static let fields = """
    .field{margin:0 0 var(--step-6);border:0;padding:0;min-width:0;max-width:40rem}
    .field>label:not(.choice),.field>legend{display:block;font-weight:600;margin:0 0 var(--step-1);padding:0}
    .field .optional{font-weight:400;color:var(--ink-soft)}
    .hint{color:var(--ink-soft);margin:0 0 var(--step-2);font-size:.95rem}
    .error{color:var(--bad);font-weight:600;margin:0 0 var(--step-2)}
    .error::before{content:"";display:inline-block;width:.65em;height:.65em;margin-inline-end:.4em;\
    background:currentColor;clip-path:polygon(50% 0,100% 100%,0 100%)}
    .field[data-state=invalid]{border-inline-start:4px solid var(--bad);padding-inline-start:var(--step-4)}
    input,select,textarea{font:inherit;color:var(--ink);background:var(--surface);border:1px solid var(--edge);\
    border-radius:var(--corner);padding:var(--step-2) var(--step-3);width:100%;min-height:2.75rem;max-width:100%}
    input::placeholder,textarea::placeholder{color:var(--ink-soft);opacity:1}
    [aria-invalid=true]{border-color:var(--bad);box-shadow:inset 0 0 0 1px var(--bad)}
    textarea{min-height:7rem;resize:vertical}
    input[type=checkbox],input[type=radio]{width:1.5rem;height:1.5rem;min-height:0;margin:0;flex:none;\
    accent-color:var(--action)}
    input[type=file]{padding:var(--step-2)}
    input[readonly],input:disabled,select:disabled,textarea:disabled{background:var(--sunken)}
    progress{accent-color:var(--action)}
    .choice{display:flex;align-items:flex-start;gap:var(--step-3);padding-block:var(--step-2);cursor:pointer}
    .choice>span{padding-top:.05rem}
    .prefixed{display:flex}
    .prefixed>span{display:grid;place-items:center;padding-inline:var(--step-3);background:var(--sunken);\
    border:1px solid var(--edge);border-inline-end:0;border-radius:var(--corner) 0 0 var(--corner)}
    .prefixed>input{border-start-start-radius:0;border-end-start-radius:0}
    .short{max-width:14rem}
    .group{border:1px solid var(--line);border-radius:var(--corner);background:var(--surface);\
    padding:var(--step-4) clamp(1rem,3vw,1.5rem);margin:0 0 var(--step-6);min-width:0}
    .group>legend{font:600 1.125rem/1.3 var(--serif);padding-inline:var(--step-2)}
    .filters{display:flex;flex-wrap:wrap;align-items:flex-end;gap:var(--step-3);margin:var(--step-4) 0 var(--step-6);\
    padding:var(--step-4);background:var(--sunken);border-radius:var(--corner)}
    .filters .field{margin:0;flex:1 1 12rem}
    """
}
