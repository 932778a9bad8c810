extension Styles {
  /// Tables, which become cards on a phone, and lists of facts.
  static let tables = """
    .table{width:100%;border-collapse:collapse;background:var(--surface);border:1px solid var(--line)}
    .table caption{text-align:start;font-weight:600;padding-block:0 var(--step-2)}
    .table th,.table td{padding:var(--step-3);text-align:start;vertical-align:top;\
    border-bottom:1px solid var(--line)}
    .table thead th{background:var(--sunken);font-size:.9rem;vertical-align:bottom}
    .table tbody th{font-weight:600;overflow-wrap:anywhere}
    .table tbody th :is(small,.quiet){display:block;font:400 .9rem/1.45 var(--sans)}
    .reference{overflow-wrap:break-word;word-break:normal}
    .table .reference{font-size:.925rem}
    @media (min-width:90rem){.table .reference{white-space:nowrap}}
    @media (max-width:44rem){h1 .reference{font-size:1.1rem}th .reference{font-size:1rem}}
    .table tfoot th,.table tfoot td{border-top:2px solid var(--edge);font-weight:700}
    .table .number{text-align:end}
    .table thead .number{white-space:normal}
    .table tbody tr:hover{background:var(--sunken)}
    @media (min-width:90rem){.table .badge{white-space:nowrap}}
    @media (min-width:60rem){.table tbody th{min-width:11rem}}
    @media (max-width:44rem){
    .table,.table tbody,.table tfoot,.table tr,.table th,.table td{display:block;border:0}
    .table{background:none}
    .table caption{display:block}
    .table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .table tr{background:var(--surface);border:1px solid var(--line);border-radius:var(--corner);\
    margin-bottom:var(--step-3);padding:var(--step-2) var(--step-4)}
    .table tbody th{font:600 1.05rem/1.3 var(--serif);padding:var(--step-2) 0}
    .table td,.table tfoot th{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 var(--step-4);\
    padding:var(--step-1) 0;text-align:end}
    .table td[data-label]::before{content:attr(data-label);color:var(--ink-soft);text-align:start;\
    flex:0 1 auto;max-width:45%;white-space:normal}
    .table td>*{min-width:0;overflow-wrap:anywhere}
    .table td>span:not(.money){white-space:normal}
    .table td>.short{flex:0 1 8rem}
    .table td[data-label]>:last-child{margin-inline-start:auto}
    .table td:not([data-label]){justify-content:flex-start;text-align:start}
    }
    .facts{display:grid;grid-template-columns:minmax(8rem,14rem) minmax(0,1fr);gap:0 var(--step-6)}
    .facts>dt,.facts>dd{padding-block:var(--step-2);border-bottom:1px solid var(--line);margin:0}
    .facts>dt{color:var(--ink-soft)}
    .facts>dd{overflow-wrap:anywhere}
    @media (max-width:36rem){.facts{grid-template-columns:minmax(0,1fr)}.facts>dt{border:0;padding-bottom:0}}
    .pages{display:flex;flex-wrap:wrap;gap:var(--step-3);justify-content:space-between;align-items:center;\
    margin-block:var(--step-4)}
    """
}
