"""The three files of the review, for peers that have their answers as Python values."""
import csv
import os

OTHERS = [f"R{n}" for n in range(2, 10)]


def percentage(k, n):
    """k of n in per cent to two decimals, cut and not rounded."""
    return f"{k * 10_000 // n // 100}.{k * 10_000 // n % 100:02d}"


def write(out, violations, units, registrations):
    """violations: (rule, subject, observed, required); units: (unit, registered, total); registrations: R1's counts by outcome."""
    os.makedirs(out, exist_ok=True)
    violations = sorted(violations, key=lambda row: (row[0], row[1].encode(), row[2]))
    counts = {rule: 0 for rule in OTHERS}
    for rule, *_ in violations:
        if rule in counts:
            counts[rule] += 1
    # Totals are so small that quotients as doubles are equal only where the shares are.
    ranked = sorted(units, key=lambda unit: (-unit[1] / unit[2], unit[0].encode()))
    table(out, "violations.csv", "rule,subject,observed,required", violations)
    table(out, "eligibility.csv", "unit_id,registered,total,rate,eligible,rank",
          ((unit, k, n, percentage(k, n), "yes" if 100 * k >= 95 * n else "no", rank) for rank, (unit, k, n) in enumerate(ranked, 1)))
    table(out, "summary.csv", "rule,outcome,count",
          [("R1", outcome, registrations.get(outcome, 0)) for outcome in ("late", "met", "missed", "pending")]
          + [(rule, "violated", count) for rule, count in counts.items()])


def table(out, name, header, rows):
    with open(os.path.join(out, name), "w", encoding="utf-8", newline="") as file:
        file.write(header + "\n")
        csv.writer(file, lineterminator="\n").writerows(rows)
