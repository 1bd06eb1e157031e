import HeguiCalendar
import HeguiDiagnostics
package import HeguiPack
import HeguiReview

/// Writes what an outcome rests on in lines that every format for people shares.
struct FactLines: Sendable {
    let say: Speaker

    /// What was found, what is asked and by when, in one line.
    func line(of outcome: Outcome) -> DataText {
        var facts: [DataText] = []
        if let rate = outcome.rate {
            facts.append(self.rate(rate))
        } else if let observed = outcome.observed {
            facts.append(say("实际 \(observed)", "observed \(observed)"))
        }
        if let required = outcome.required {
            facts.append(say("要求 \(required)", "required \(required)"))
        }
        if let late = outcome.daysLate, late > 0 {
            facts.append(say("晚 \(late) 天", "days late: \(late)"))
        } else if let gap = outcome.gap, gap != .zero, outcome.verdict == .violated {
            facts.append(say("差 \(gap.text)", "short by \(gap.text)"))
        }
        if let due = outcome.due { facts.append(self.due(due, of: outcome)) }
        if let done = outcome.done, outcome.observed != "\(done)" {
            facts.append(say("完成 \(done)", "done \(done)"))
        }
        return facts.joined(separator: " · ")
    }

    /// A line for each part of an outcome that is not simply met, and one for the rows that keep
    /// a rate open.
    func partLines(of outcome: Outcome) -> [DataText] {
        let undecided = undecided(outcome.undecided)
        let lines = outcome.parts.filter { $0.verdict != .met && $0.verdict != .notApplicable }.map
        { part in
            var words = [say(part.title) ?? DataText(part.id)]
            if let verdict = part.verdict { words.append(say(verdict)) }
            if let observed = part.observed {
                words.append(say("实际 \(observed)", "observed \(observed)"))
            }
            if let raw = part.raw, raw != part.observed {
                words.append(say("封顶前 \(raw)", "before limits \(raw)"))
            }
            if let required = part.required {
                words.append(say("要求 \(required)", "required \(required)"))
            }
            if let due = part.due { words.append(say("期限 \(due)", "due \(due)")) }
            if let note = part.note { words.append(say(note)) }
            return words.joined(separator: " · ")
        }
        return lines + (undecided.isEmpty ? [] : [undecided])
    }

    /// `46/50 = 92.00%`, with what it would be if all that is open went one way.
    func rate(_ rate: Outcome.Rate) -> DataText {
        let share: DataText = "\(rate.numerator)/\(rate.denominator)"
        let percent = Percentage.text(rate.numerator, of: rate.denominator)
        guard rate.lower != rate.upper else { return "\(share) = \(percent)" }
        return "\(share) = \(percent)" + say("（\(bounds(rate))）", " (\(bounds(rate)))")
    }

    /// `90.00%～94.00%`: the lower and the upper bound.
    func bounds(_ rate: Outcome.Rate) -> DataText {
        Percentage.text(rate.lower) + say("～", " to ") + Percentage.text(rate.upper)
    }

    /// The rows that keep a rate open, each with what is to be verified of it; empty for none.
    func undecided(_ rows: UndecidedRows) -> DataText {
        let names = names(of: rows)
        return names.isEmpty ? "" : say("待核实：\(names)", "to verify: \(names)")
    }

    /// The same without what they are named for.
    func names(of rows: UndecidedRows) -> DataText {
        let shown = rows.rows.prefix(Self.undecidedLimit)
        guard !shown.isEmpty else { return "" }
        let names = shown.map { say($0.words) }.joined(separator: say("、", ", "))
        let more = rows.count - shown.count
        return names + (more > 0 ? say(" 等 \(rows.count) 项", " and \(more) more") : "")
    }

    /// Further rows are only counted.
    private static let undecidedLimit = 5

    private func due(_ due: Day, of outcome: Outcome) -> DataText {
        var text = say("期限 \(due)", "due \(due)")
        if let nominal = outcome.nominalDue, nominal != due {
            text += say("（由 \(nominal) 顺延）", " (moved from \(nominal))")
        }
        if !outcome.dueIsCertain {
            text += say("（工作日历未覆盖，待核实）", " (not covered by the working calendar)")
        }
        return text
    }

    /// Who explained it, when, and how.
    func explanation(_ explanation: Explanation) -> DataText {
        say(
            "已说明：\(explanation.text)（\(explanation.author)，\(explanation.day)）",
            "explained: \(explanation.text) (\(explanation.author), \(explanation.day))")
    }

    /// Who waived it, by which document, why, for how long, and where that stands.
    func waiver(_ waiver: Waiver) -> DataText {
        let number = waiver.document.map { say("，\($0)", ", \($0)") } ?? ""
        let place = say(waiver.location)
        return say(
            "豁免：\(waiver.reason)（\(waiver.approver)\(number)，\(waiver.day) 至 \(waiver.expires)）"
                + "；见 \(place)",
            "waiver: \(waiver.reason) (\(waiver.approver)\(number), \(waiver.day) to "
                + "\(waiver.expires)); see \(place)")
    }
}

/// Writes exact ratios as per cent with two decimals, cut and not rounded.
package enum Percentage {
    /// How the decimals are to be taken; a share of 94.996 per cent is 95.00 elsewhere.
    static func note(_ say: Speaker) -> DataText {
        say("百分数取两位小数，其后舍去，不四舍五入", "per cent are cut to two decimals and not rounded")
    }

    /// Returns `94.99%` for 94.996 per cent: a share below a bound never looks as if it met it.
    package static func text(_ numerator: Int64, of denominator: Int64) -> DataText {
        guard denominator != 0 else { return "—" }
        let hundredths = Int128(numerator) * 10_000 / Int128(denominator)
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }

    /// Returns `ratio` in per cent.
    package static func text(_ ratio: Ratio) -> DataText {
        text(ratio.numerator, of: ratio.denominator)
    }
}
