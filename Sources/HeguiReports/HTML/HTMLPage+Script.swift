extension HTMLPage {
    /// Makes the rows of findings of the page's data as far as they are shown, and sorts, filters,
    /// folds and saves them; sorts tables that say so. What is chosen stands in the address.
    ///
    /// Without it the page lacks the table of all findings and nothing else.
    static let script: StaticString = #"""

        "use strict";
        (function () {
          const field = (id) => document.getElementById(id);
          const make = (name, text, style) => {
            const element = document.createElement(name);
            if (text !== undefined) element.textContent = text;
            if (style) element.className = style;
            return element;
          };
          const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

          function sortTable(table, column, button) {
            const body = table.tBodies[0];
            const down = button.parentNode.getAttribute("aria-sort") !== "descending";
            const key = (row) => row.cells[column].textContent.replace(/,/g, "");
            const number = (row) => { const n = parseFloat(key(row)); return isNaN(n) ? -1 : n; };
            const rows = Array.from(body.rows);
            rows.sort(column === 0
              ? (a, b) => collator.compare(key(b), key(a)) : (a, b) => number(b) - number(a));
            if (!down) rows.reverse();
            mark(table, button, down);
            rows.forEach((row) => body.append(row));
          }
          function mark(table, button, down) {
            table.querySelectorAll("th[aria-sort]").forEach((th) => th.removeAttribute("aria-sort"));
            if (button) button.parentNode.setAttribute("aria-sort", down ? "descending" : "ascending");
          }
          document.querySelectorAll("table.sortable").forEach((table) => {
            Array.from(table.tHead.rows[0].cells).forEach((cell, column) => {
              const button = make("button", cell.textContent);
              button.type = "button";
              button.addEventListener("click", () => sortTable(table, column, button));
              cell.replaceChildren(button);
            });
          });

          if (!field("data")) return;
          const data = JSON.parse(field("data").textContent);
          const words = data.words;
          const table = document.querySelector("table.findings");
          const body = table.tBodies[0];
          const step = 200;
          const names = ["level", "unit", "rule", "fold", "q"];
          const ids = {
            level: data.levels.map((level) => level[0]),
            unit: data.units.map((unit, i) => unit[1] || "n" + i),
            rule: data.rules.map((rule) => rule[0]),
          };
          const place = { level: 0, rule: 1, unit: 2, subject: 3 };
          const sorts = {
            level: (row) => row[0],
            clause: (row) => row[1],
            unit: (row) => row[2],
            subject: (row) => row[3],
          };
          let sort = "";
          let down = false;
          let limit = step;
          let open = new Set();
          let shown = [];

          const text = (row, number) =>
            data.texts[number].replaceAll("\u0001", data.subjects[row[3]][0]);
          const found = data.rows.map(() => null);
          function searched(row, i) {
            if (found[i] === null) {
              const rule = data.rules[row[1]];
              found[i] = [data.units[row[2]][0], data.subjects[row[3]][1], rule[0], rule[1], rule[2],
                data.levels[row[0]][1], text(row, row[5]), row[4] ? words.explained : ""]
                .join(" ").toLowerCase();
            }
            return found[i];
          }

          function choose() {
            const wanted = ["level", "unit", "rule"].filter((name) => field(name).value)
              .map((name) => [place[name], ids[name].indexOf(field(name).value)]);
            const parts = field("q").value.toLowerCase().split(/\s+/).filter(Boolean);
            shown = [];
            data.rows.forEach((row, i) => {
              if (wanted.every(([at, value]) => row[at] === value)
                && (!parts.length || parts.every((part) => searched(row, i).includes(part)))) {
                shown.push(i);
              }
            });
            const key = sorts[sort];
            const weigh = (a, b) => data.rows[a][0] - data.rows[b][0]
              || data.rows[a][2] - data.rows[b][2] || a - b;
            shown.sort(key
              ? (a, b) => (down ? -1 : 1) * (key(data.rows[a]) - key(data.rows[b])) || weigh(a, b)
              : weigh);
          }

          function link(text, anchor) {
            if (!anchor) return document.createTextNode(text);
            const element = make("a", text);
            element.href = "#" + anchor;
            return element;
          }
          function cell(row, content, style, name) {
            const element = make(name || "td", undefined, style);
            element.append(content);
            if (name) element.scope = "row";
            row.append(element);
            return element;
          }
          function tableRow(i) {
            const entry = data.rows[i];
            const [name, title] = data.levels[entry[0]];
            const rule = data.rules[entry[1]];
            const unit = data.units[entry[2]];
            const row = make("tr");
            cell(row, make("span", title, "badge " + name), "word");
            cell(row, link(rule[2], rule[3])).title = rule[1];
            cell(row, link(unit[0], unit[1]));
            cell(row, data.subjects[entry[3]][1]);
            const what = cell(row, text(entry, entry[5]), "grow", "th");
            if (entry[4]) what.append(make("small", words.explained, "verdict met"));
            if (entry.length > 6) {
              const details = make("details");
              details.append(make("summary", words.details));
              details.addEventListener("toggle", () => {
                if (details.childElementCount > 1) return;
                entry.slice(6).forEach((n) => details.append(make("p", text(entry, n), "fine")));
              });
              what.append(details);
            }
            return row;
          }

          function groupRow(key, title, members) {
            const row = make("tr", undefined, "group");
            const head = cell(row, "", "", "th");
            head.colSpan = 5;
            const button = make("button", title + " × " + members.length);
            button.type = "button";
            button.setAttribute("aria-expanded", open.has(key));
            button.addEventListener("click", () => {
              if (!open.delete(key)) open.add(key);
              draw();
              const again = body.querySelector("[data-key='" + key + "'] button");
              if (again) again.focus();
            });
            row.dataset.key = key;
            head.append(button);
            return row;
          }
          const titles = {
            unit: (i) => data.units[i][0],
            rule: (i) => data.rules[i][2] + " " + data.rules[i][1],
            subject: (i) => data.subjects[i][1],
          };
          function draw() {
            const fold = field("fold").value;
            const rows = [];
            let left = 0;
            const add = (row) => { if (rows.length < limit) rows.push(row()); else left += 1; };
            if (fold) {
              const groups = new Map();
              shown.forEach((i) => {
                const key = data.rows[i][place[fold]];
                if (!groups.has(key)) groups.set(key, []);
                groups.get(key).push(i);
              });
              Array.from(groups).sort((a, b) => b[1].length - a[1].length).forEach(([key, members]) => {
                add(() => groupRow(key, titles[fold](key), members));
                if (open.has(key)) members.forEach((i) => add(() => tableRow(i)));
              });
            } else {
              shown.forEach((i) => add(() => tableRow(i)));
            }
            body.replaceChildren(...rows);
            field("more").hidden = left === 0;
            field("more").textContent = words.more + " (" + left.toLocaleString("en") + ")";
            const none = shown.length === 0;
            field("none").hidden = !none;
            field("none").textContent = words.none + (none && data.left ? " " + words.left : "");
            field("count").textContent = shown.length.toLocaleString("en") + " / "
              + data.rows.length.toLocaleString("en") + " " + words.shown;
          }

          function state() {
            const query = new URLSearchParams();
            names.forEach((name) => { if (field(name).value) query.set(name, field(name).value); });
            if (sort) query.set("sort", (down ? "-" : "") + sort);
            return query.toString();
          }
          function apply(keep) {
            limit = step;
            open = new Set();
            choose();
            draw();
            const query = state();
            const here = location.hash.startsWith("#findings");
            if (!keep && (query || here)) {
              history.replaceState(null, "", "#findings" + (query ? "?" + query : ""));
            }
          }
          function restore() {
            if (!location.hash.startsWith("#findings?")) return false;
            const query = new URLSearchParams(location.hash.slice("#findings?".length));
            names.forEach((name) => { field(name).value = query.get(name) || ""; });
            const order = query.get("sort") || "";
            down = order.startsWith("-");
            sort = down ? order.slice(1) : order;
            mark(table, table.querySelector("[data-sort='" + CSS.escape(sort) + "']"), down);
            return true;
          }

          function lines() {
            const head = ["level", "clause", "rule", "unit", "subject", "finding", "facts", "state"]
              .map((name) => words[name]);
            return [head].concat(shown.map((i) => {
              const entry = data.rows[i];
              const rule = data.rules[entry[1]];
              return [data.levels[entry[0]][1], rule[2], rule[1], data.units[entry[2]][0],
                data.subjects[entry[3]][1], text(entry, entry[5]),
                entry.slice(6).map((n) => text(entry, n)).join("\n"),
                entry[4] ? words.explained : ""];
            }));
          }
          // A spreadsheet calculates what begins like a formula.
          const plain = (value) => (/^[=+\-@\t＝＋－＠]/.test(value) ? "'" : "") + value;
          field("copy").addEventListener("click", () => {
            const tabs = lines().map((line) =>
              line.map((value) => plain(value).replace(/[\t\n]+/g, " ")).join("\t")).join("\n");
            const done = () => { field("count").textContent = words.copied + " " + shown.length; };
            const area = make("textarea", tabs);
            const old = () => {
              document.body.append(area);
              area.select();
              document.execCommand("copy");
              area.remove();
              done();
            };
            if (navigator.clipboard) navigator.clipboard.writeText(tabs).then(done, old); else old();
          });
          field("save").addEventListener("click", () => {
            const quote = (value) => '"' + plain(value).replace(/"/g, '""') + '"';
            const csv = "\uFEFF" + lines().map((line) => line.map(quote).join(",")).join("\r\n") + "\r\n";
            const anchor = make("a");
            anchor.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
            anchor.download = words.file;
            anchor.click();
            setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
          });

          function fill(id, entries) {
            field(id).append(...[["", words.all]].concat(entries).map(([value, title]) => {
              const option = make("option", title);
              option.value = value;
              return option;
            }));
          }
          fill("level", data.levels);
          fill("unit", data.units.map((unit, i) => [ids.unit[i], unit[0]]));
          fill("rule", data.rules.map((rule) => [rule[0], rule[2] + " " + rule[1]]));
          table.querySelectorAll("[data-sort]").forEach((button) => {
            button.addEventListener("click", () => {
              down = sort === button.dataset.sort ? !down : false;
              sort = button.dataset.sort;
              mark(table, button, down);
              apply();
            });
          });
          const form = field("filter");
          form.addEventListener("input", () => apply());
          form.addEventListener("submit", (event) => event.preventDefault());
          form.addEventListener("reset", () => setTimeout(() => {
            sort = "";
            mark(table, null, false);
            apply();
          }));
          field("more").addEventListener("click", () => { limit += 5 * step; draw(); });
          function arrive() {
            const isHere = restore();
            if (isHere) { apply(true); field("findings").scrollIntoView(); }
            return isHere;
          }
          addEventListener("hashchange", arrive);
          form.hidden = false;
          field("shown").hidden = false;
          if (!arrive()) apply(true);
        })();

        """#
}
