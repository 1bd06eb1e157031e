/// The two CSV files of a review, to be held against the truth.
struct YearReview {
    private let outcomes: [[String: String]]
    private let standings: [[String: String]]

    init(outcomes: String, standings: String) {
        self.outcomes = Self.rows(outcomes)
        self.standings = Self.rows(standings)
    }

    func differences(from truth: YearTruth) -> [String] {
        var list = Differences()
        compare(people: truth, &list)
        compare(units: truth, &list)
        for name in truth.communities_without_liaison {
            list.expect("\(name) C3.2.3", String(isBroken(name, "C3.2.3")), "true")
        }
        return list.found
    }

    /// What the review says otherwise than the truth.
    private struct Differences {
        var found: [String] = []

        mutating func expect(_ what: String, _ said: String?, _ wanted: String) {
            if said != wanted { found.append("\(what): \(said ?? "none"), not \(wanted)") }
        }
    }

    private func compare(people truth: YearTruth, _ list: inout Differences) {
        var judged: [String: Int] = [:]
        for (id, person) in truth.people.sorted(by: { $0.key < $1.key }) {
            let deadlines = find(id, ["C4.2.1", "C4.4.3"])
            list.expect("\(id) deadlines", String(deadlines.count), "1")
            let isOpen = person.registered == nil && person.due > truth.as_of
            let isMet = person.registered != nil && person.late_days == 0
            list.expect(
                "\(id) registration", deadlines.first?["outcome"],
                isOpen ? "pending" : isMet ? "met" : "violated")
            list.expect("\(id) due", deadlines.first?["due"], person.due)
            list.expect("\(id) done", deadlines.first?["done"], person.registered ?? "")
            compare(countsOf: id, with: truth, judged: &judged, &list)
            let isListedOnce = truth.only_in_unit_list.contains(id)
            list.expect("\(id) X1", String(isBroken(id, "X1")), String(isListedOnce))
        }
        // A rule that judges nobody, or others than the truth knows, would have compared nothing.
        for clause in ["C3.1.3", "C3.1.4", "C3.1.5"] {
            let all = outcomes.count {
                $0["clause"] == clause && $0["subject_type"] == "member"
                    && $0["outcome"] != "not-applicable"
            }
            list.expect("\(clause) judged", judged[clause].map(String.init), String(all))
        }
    }

    private func compare(
        countsOf id: String, with truth: YearTruth, judged: inout [String: Int],
        _ list: inout Differences
    ) {
        guard let person = truth.people[id] else { return }
        let counts = [
            ("C3.1.3", person.claims), ("C3.1.4", person.community_activities),
            ("C3.1.5", person.paired_activities),
        ]
        for (clause, count) in counts {
            for row in find(id, [clause]) {
                judged[clause, default: 0] += 1
                // A row of one of two of a name may be theirs, and decides where one is lacking.
                let isNamesake = truth.namesakes?.contains(id) == true
                if clause == "C3.1.5", isNamesake, count == 1 {
                    list.expect("\(id) \(clause)", row["outcome"], "undetermined")
                    continue
                }
                list.expect("\(id) \(clause)", row["observed"], String(count))
                // Claims are due with the registration, so those of new hires may be pending.
                let isDue = clause != "C3.1.3" || person.due <= truth.as_of
                list.expect(
                    "\(id) \(clause)", row["outcome"],
                    count >= 2 ? "met" : isDue ? "violated" : "pending")
            }
        }
    }

    private func compare(units truth: YearTruth, _ list: inout Differences) {
        for (name, unit) in truth.units.sorted(by: { $0.key < $1.key }) {
            let row = standings.first {
                $0["unit_name"] == name && $0["award"] == "advanced-organisation"
            }
            list.expect("\(name) registered", row?["registered"], String(unit.registered))
            list.expect("\(name) total", row?["total"], String(unit.members))
            let isBlocked =
                row?["outcome"] == "blocked" && row?["reasons"]?.contains("C4.4.7") == true
            let isBelow = unit.registered * 100 < unit.members * 95
            list.expect("\(name) blocked", String(isBlocked), String(isBelow))
            let declared = unit.declared
            let isUnpaired = !unit.paired && ["机关", "事业"].contains(unit.kind)
            let isWrong = declared.registered_declared != declared.registered_rows
            list.expect(
                "\(name) C4.3.7", String(isBroken(name, "C4.3.7")), String(unit.bulletins < 2))
            // Without its annex 4 it cannot be told whether the unit is paired.
            let isOpen = isBroken(name, "C2.6") || isUndetermined(name, "C2.6")
            list.expect("\(name) C2.6", String(isOpen), String(isUnpaired))
            list.expect("\(name) CA3.2", String(isBroken(name, "CA3.2")), String(isWrong))
        }
    }

    private func find(_ subject: String, _ clauses: [String]) -> [[String: String]] {
        outcomes.filter {
            $0["subject_id"] == subject && clauses.contains($0["clause"] ?? "")
                && $0["outcome"] != "not-applicable"
        }
    }

    private func isBroken(_ subject: String, _ clause: String) -> Bool {
        find(subject, [clause]).contains { $0["outcome"] == "violated" }
    }

    private func isUndetermined(_ subject: String, _ clause: String) -> Bool {
        find(subject, [clause]).contains { $0["outcome"] == "undetermined" }
    }

    /// RFC 4180 with a byte order mark.
    private static func rows(_ text: String) -> [[String: String]] {
        var records: [[String]] = [[]]
        var field = ""
        var isQuoted = false
        for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
            switch scalar {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                records[records.count - 1].append(field)
                field = ""
            case "\n" where !isQuoted:
                records[records.count - 1].append(field)
                records.append([])
                field = ""
            case "\r" where !isQuoted: break
            default: field.unicodeScalars.append(scalar)
            }
        }
        guard let header = records.first else { return [] }
        return records.dropFirst().filter { $0.count == header.count }.map {
            Dictionary(zip(header, $0)) { first, _ in first }
        }
    }
}
