import HeguiColumns
import HeguiPack

/// How many rows of a relation there are, in one stretch of time or in each of several.
struct TallyForm: FormKernel {
    /// A stretch of time with what is asked in it.
    struct Part: Sendable {
        /// The lane in which the rows are counted.
        let lane: Int
        let limits: Limits
        /// By number of rows; the last stands for all beyond.
        let verdicts: [Verdict]
        /// What is asked, as text.
        let required: String

        init(lane: Int, limits: Limits, verdicts: [Verdict]) {
            self.lane = lane
            self.limits = limits
            self.verdicts = verdicts
            required = limits.text(\.text)
        }
    }

    let counters: Counters
    let parts: [Part]
    /// Subjects of which a row cannot be told.
    let open: Set<Int32>
    /// Whether the rule only advises.
    let isSoft: Bool

    func judge(_ rows: RowBlock, into codes: Codes) {
        let range = rows.firstRow..<rows.firstRow + rows.count
        if parts.count == 1 {
            let table = parts[0].verdicts.map(code)
            codes.set(counters, lane: parts[0].lane, table: table, rows: range)
        } else {
            for row in range { codes[row] = code(verdict(row)) }
        }
        guard !open.isEmpty else { return }
        for row in range where open.contains(Int32(row)) { codes[row] = VerdictCode.open }
    }

    private func code(_ verdict: Verdict) -> UInt8 {
        VerdictCode.of(isSoft && verdict == .violated ? .advised : verdict)
    }

    private func verdict(_ row: Int) -> Verdict {
        Verdict.worst(of: parts.map { verdict($0, row) }) ?? .notApplicable
    }

    private func verdict(_ part: Part, _ row: Int) -> Verdict {
        let number = Int(counters[row, part.lane])
        return part.verdicts[min(number, part.verdicts.count - 1)]
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        let first = rows.firstRow
        if parts.count == 1 {
            let (lane, required) = (parts[0].lane, parts[0].required)
            return { [counters] index, facts in
                facts.observed = SmallNumber.text(counters[first + index, lane])
                facts.required = required
                return true
            }
        }
        return { index, facts in
            state(first + index, in: &facts)
            return true
        }
    }

    private func state(_ row: Int, in facts: inout OutcomeFacts) {
        let worst = verdict(row)
        guard let part = parts.first(where: { verdict($0, row) == worst }) else { return }
        facts.observed = SmallNumber.text(counters[row, part.lane])
        facts.required = part.required
    }
}
