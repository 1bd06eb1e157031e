extension HTMLPage {
    /// How pages look: on a wide screen, on a phone, in the dark, on paper.
    static let style: StaticString = """

        :root {
          --paper: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d5dae0; --tint: #f4f6f8;
          --accent: #0b57a4; --mandatory: #b3261e; --mandatory-tint: #fdecea;
          --verify: #8a5300; --verify-tint: #fdf1dc; --hint: #0f5f8c; --hint-tint: #e5f2fa;
          --good: #1b6e3c; --good-tint: #e6f4ea; }
        @media screen and (prefers-color-scheme: dark) { :root {
          --paper: #14181d; --ink: #e6e9ed; --soft: #a3acb7; --line: #38414b; --tint: #1d232a;
          --accent: #7db7f2; --mandatory: #ff9d94; --mandatory-tint: #3d1c1a;
          --verify: #f2c063; --verify-tint: #3a2c10; --hint: #82c7ef; --hint-tint: #14303f;
          --good: #7fd19b; --good-tint: #163322; } }
        * { box-sizing: border-box; }
        html { scroll-behavior: smooth; }
        body { margin: 0 auto; padding: 0 1.25rem 4rem; max-width: 76rem; background: var(--paper);
          color: var(--ink); line-height: 1.6; overflow-wrap: break-word;
          font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
            "Source Han Sans SC", "WenQuanYi Micro Hei", SimHei, sans-serif; }
        h1 { font-size: 1.75rem; line-height: 1.3; margin: 0 0 1rem; }
        h2 { font-size: 1.35rem; margin: 3rem 0 .75rem; padding-bottom: .3rem;
          border-bottom: 2px solid var(--line); }
        h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
        p { margin: .4rem 0; }
        a { color: var(--accent); }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        section, tr { scroll-margin-top: 1rem; }
        .skip { position: absolute; left: -99rem; }
        .skip:focus { position: fixed; left: 1rem; top: 1rem; padding: .5rem 1rem;
          background: var(--paper); z-index: 1; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap; }
        header { padding-top: 2rem; }
        .kicker { color: var(--soft); margin: 0; letter-spacing: .1em; }
        .facts { margin: 0; display: grid; gap: .25rem; }
        .facts div { display: grid; grid-template-columns: 6em 1fr; gap: .75rem; }
        .facts dt { color: var(--soft); }
        .facts dd { margin: 0; min-width: 0; }
        .caution { margin: 1.25rem 0 0; padding: .6rem .9rem; background: var(--verify-tint);
          border-left: 4px solid var(--verify); }
        nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem; margin: 1.25rem 0 0;
          padding: 0; }
        nav a { display: block; padding: .3rem .8rem; border: 1px solid var(--line);
          border-radius: 2rem; text-decoration: none; }
        .tiles { list-style: none; margin: 1rem 0; padding: 0; display: grid; gap: .75rem;
          grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); }
        .tile { padding: .75rem 1rem; background: var(--tint); border-radius: .5rem;
          border-top: 4px solid var(--line); display: flex; flex-direction: column; }
        .tile span, .tile small { color: var(--soft); font-size: .875rem; }
        .tile strong { font-size: 2rem; line-height: 1.25; font-variant-numeric: tabular-nums;
          white-space: nowrap; }
        .tile strong.long { font-size: 1.3rem; line-height: 1.92; }
        .answers { margin: 0; display: grid; gap: .5rem; }
        .answers > div { display: grid; grid-template-columns: 9em 1fr; gap: .75rem;
          padding: .35rem .75rem; border-left: 4px solid var(--line); background: var(--tint); }
        .answers .good { border-color: var(--good); color: inherit; }
        .answers .bad { border-color: var(--mandatory); }
        .answers .open { border-color: var(--verify); }
        .answers dt { font-weight: 600; }
        .answers dt a { color: inherit; text-decoration: none; }
        .answers dd { margin: 0; min-width: 0; }
        .answers p { margin: 0; }
        .answers ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap;
          gap: 0 1.5rem; }
        .tile.mandatory { border-color: var(--mandatory); }
        .tile.mandatory strong { color: var(--mandatory); }
        .tile.verify { border-color: var(--verify); }
        .tile.verify strong { color: var(--verify); }
        .tile.hint { border-color: var(--hint); }
        .tile.hint strong { color: var(--hint); }
        .tile.good { border-color: var(--good); }
        .tile.good strong { color: var(--good); }
        .scroll { overflow-x: auto; margin: .5rem 0; position: relative; }
        table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
        caption { text-align: left; color: var(--soft); font-size: .875rem;
          padding-bottom: .25rem; }
        th, td { padding: .4rem .6rem; text-align: left; vertical-align: top;
          border-bottom: 1px solid var(--line); }
        thead th { color: var(--soft); font-weight: 600; white-space: nowrap;
          vertical-align: bottom; border-bottom: 2px solid var(--line); }
        tbody th { font-weight: inherit; min-width: 5rem; }
        tbody tr:hover { background: var(--tint); }
        tr:target, .sheet:target > h2 { background: var(--hint-tint); }
        .num { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .word { white-space: nowrap; }
        .grow { width: 55%; min-width: 12rem; }
        .ranking .grow { width: 20%; min-width: 8rem; }
        .ranking .chart { width: 55%; min-width: 12rem; padding-left: 1rem;
          padding-right: 1rem; }
        .ranking td.chart { padding-top: 0; padding-bottom: 0; vertical-align: middle; }
        td small, th small, li small { display: block; color: var(--soft); }
        .num small { font-size: .8125rem; }
        .nil { color: var(--soft); }
        code { font: .8125rem/1.5 ui-monospace, Consolas, monospace; color: var(--soft); }
        q { quotes: none; }
        .clause { font-weight: normal; font-size: .875rem; margin-left: .4rem; }
        .muted, .fine { color: var(--soft); }
        .fine { font-size: .875rem; margin: .1rem 0; }
        .good { color: var(--good); }
        .alert { color: var(--mandatory); font-weight: 600; }
        .left-out { padding: .5rem .9rem; background: var(--tint);
          border-left: 4px solid var(--line); }
        th button, .group button { font: inherit; color: inherit; background: none; border: 0;
          padding: 0; cursor: pointer; text-align: inherit; }
        th button::after { content: " ↕"; opacity: .45; }
        th[aria-sort=ascending] button::after { content: " ↑"; opacity: 1; }
        th[aria-sort=descending] button::after { content: " ↓"; opacity: 1; }
        .group th { background: var(--tint); font-weight: 600; }
        .group button::after { content: ""; }
        .group button::before { content: "▸ "; }
        .group button[aria-expanded=true]::before { content: "▾ "; }
        .findings thead th { position: sticky; top: 0; background: var(--paper); }
        #findings .scroll { overflow: visible; }
        details summary { color: var(--soft); font-size: .875rem; cursor: pointer; }
        #more { font: inherit; padding: .35rem 1rem; color: var(--ink); background: var(--paper);
          border: 1px solid var(--soft); border-radius: .3rem; }
        .badge { display: inline-block; padding: 0 .5rem; border-radius: .25rem; font-size: .875rem;
          font-weight: normal; white-space: nowrap; }
        .badge.mandatory { color: var(--mandatory); background: var(--mandatory-tint); }
        .badge.verify { color: var(--verify); background: var(--verify-tint); }
        .badge.hint { color: var(--hint); background: var(--hint-tint); }
        .verdict.violated, .verdict.blocked { color: var(--mandatory); }
        .verdict.undetermined, .verdict.eligible-with-flags, .verdict.eligible-by-waiver {
          color: var(--verify); }
        .verdict.met, .verdict.eligible { color: var(--good); }
        svg { display: block; overflow: visible; }
        .axis text { fill: var(--soft); font-size: .75rem; font-weight: normal; }
        .rail { stroke: var(--line); }
        .bar .span { stroke: var(--soft); stroke-width: 6; stroke-opacity: .45; }
        .bar .floor { stroke: var(--mandatory); stroke-width: 2; }
        .bar circle { fill: var(--soft); stroke: var(--paper); stroke-width: 1.5; }
        .bar .met { fill: var(--good); }
        .bar .violated { fill: var(--paper); stroke: var(--mandatory); stroke-width: 3; }
        .bar .undetermined { fill: var(--verify); }
        .legend { color: var(--soft); font-size: .875rem; }
        .key { display: inline-block; margin: 0 .3rem 0 .9rem; vertical-align: middle; }
        .key.dot { width: 10px; height: 10px; border-radius: 50%; background: var(--good);
          margin-left: 0; }
        .key.span { width: 24px; height: 6px; background: var(--soft); opacity: .45; }
        .key.line { width: 2px; height: 16px; background: var(--mandatory); }
        #filter { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; margin: 1rem 0; }
        #filter[hidden] { display: none; }
        #filter label { display: grid; color: var(--soft); font-size: .875rem; }
        #filter input, #filter select, #filter button { font: inherit; font-size: 1rem;
          padding: .35rem .5rem; color: var(--ink); background: var(--paper);
          border: 1px solid var(--soft); border-radius: .3rem; max-width: 16rem; }
        #filter output { color: var(--soft); padding: .35rem 0; }
        blockquote { margin: .4rem 0; padding: .3rem .9rem; border-left: 4px solid var(--line);
          color: var(--soft); }
        .rule { margin: 1.5rem 0; }
        .cases { margin: .5rem 0; padding-left: 1.4rem; }
        .cases li { margin: .5rem 0; }
        .cases p { margin: 0; }
        #units, #rates, #awards, .sheet, .rest, #clauses, #rules, #files {
          content-visibility: auto; contain-intrinsic-size: auto 900px; }
        footer { margin-top: 3rem; font-size: .875rem; }
        @media (max-width: 40rem) {
          body { padding: 0 .9rem 3rem; }
          h1 { font-size: 1.4rem; }
          .tiles { grid-template-columns: repeat(2, 1fr); }
          .facts div, .answers > div { grid-template-columns: 1fr; gap: 0; }
          th, td { padding: .35rem .4rem; }
          .ranking, .ranking thead, .ranking tbody { display: block; }
          .ranking caption { display: block; }
          .ranking tr { display: grid; grid-template-columns: 3.5rem 1fr auto 5.25rem;
            border-bottom: 1px solid var(--line); }
          .ranking th, .ranking td { border: 0; }
          .ranking .grow { width: auto; min-width: 0; }
          .ranking .chart { grid-area: 2 / 1 / 3 / 5; width: auto; min-width: 0; }
          .ranking td.chart { padding-bottom: .35rem; }
          .ranking .bar { clip-path: inset(0 -.5rem); }
          .cards, .cards tbody, .cards tr { display: block; }
          .cards thead { display: none; }
          .cards tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
          .cards tr[hidden] { display: none; }
          .cards th, .cards td { display: inline; border: 0; padding: 0 .4rem 0 0; }
          .cards td.num small { display: inline; }
          .cards .grow { display: block; width: auto; padding-top: .2rem; }
          #filter label, #filter input, #filter select { width: 100%; max-width: none; }
        }
        .sign { display: none; }
        @page { size: A4; margin: 16mm 14mm 18mm;
          @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
        @media print {
          body { max-width: none; padding: 0; font-size: 10pt; }
          nav, .skip, .back, #filter, #findings { display: none; }
          .tiles { grid-template-columns: repeat(5, 1fr); }
          .tile { border: 1px solid var(--line); border-top-width: 3px; padding: 4pt 6pt; }
          .tile strong { font-size: 15pt; }
          .scroll { overflow: visible; }
          section { content-visibility: visible !important; }
          th button::after { content: ""; }
          table { font-size: 9pt; }
          th, td { padding: 2pt 4pt; }
          code { display: none; }
          thead { display: table-header-group; }
          tr, .cases li, blockquote, .tile { break-inside: avoid; }
          h2, h3, caption { break-after: avoid; }
          .sheet, .rest { break-before: page; }
          .cases li { position: relative; min-height: 14mm; padding-right: 48mm;
            border-bottom: 1px solid var(--line); }
          .cases li::after { content: "答复："; position: absolute; top: 0; bottom: 0; right: 0;
            width: 44mm; padding-left: 2mm; border-left: 1px solid var(--line);
            color: var(--soft); font-size: 8pt; }
          :lang(en) .cases li::after { content: "Reply:"; }
          .sign { display: block; margin-top: 14mm; break-inside: avoid; }
          #clauses, #files { break-before: page; }
          a { color: inherit; text-decoration: none; }
          h2 { margin-top: 18pt; }
        }

        """
}
