extension HTMLPage {
    /// Filters the table of findings; without it the page lacks the filters and nothing else.
    static let script: StaticString = """

        "use strict";
        (function () {
          const form = document.getElementById("filter");
          if (!form) return;
          const rows = Array.from(document.querySelectorAll("table.findings tbody tr"));
          const texts = rows.map((row) => row.textContent.toLowerCase());
          const field = (id) => document.getElementById(id);
          function apply() {
            const words = field("q").value.toLowerCase().split(/\\s+/).filter(Boolean);
            const wanted = ["level", "unit", "rule"].map((id) => [id, field(id).value]);
            let shown = 0;
            rows.forEach((row, i) => {
              const fits = wanted.every(([id, value]) => !value || row.dataset[id] === value)
                && words.every((word) => texts[i].includes(word));
              row.hidden = !fits;
              if (fits) shown += 1;
            });
            field("count").textContent =
              shown + " / " + rows.length + " " + field("count").dataset.one;
            field("none").hidden = shown > 0;
          }
          form.addEventListener("input", apply);
          form.addEventListener("submit", (event) => event.preventDefault());
          form.addEventListener("reset", () => setTimeout(apply));
          form.hidden = false;
          apply();
        })();

        """
}
