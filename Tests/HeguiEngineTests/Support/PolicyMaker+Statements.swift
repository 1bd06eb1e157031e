// Waivers and explanations.
extension PolicyMaker {
    private mutating func subject() -> String {
        below(3) == 0
            ? pick(["U1", "第2局", "党员3", "重复", "M999", "visits.csv ▸ #2", "党员7"])
            : "M\(101 + below(40))"
    }

    private mutating func ruleID() -> String {
        below(15) == 0 ? "rule-nil" : "rule-\(below(Self.ruleCount))"
    }

    mutating func records() -> String {
        var text = "waivers:\n"
        for _ in 0..<30 {
            let day = pick(["2013-01-01", "2013-12-15", "2013-12-31", "2014-01-01"])
            let last = pick(["2014-01-01", "2014-06-30", "2013-12-31", "2013-12-20"])
            text += "  - { rule: \(ruleID()), subject: \"\(subject())\", reason: 因公, "
            text += "approver: 区委, day: \(day), expires: \(last) }\n"
        }
        text += "explanations:\n"
        for _ in 0..<40 {
            text += "  - { rule: \(ruleID()), subject: \"\(subject())\", text: 已核, "
            text += "author: 某人, day: \(pick(["2013-12-01", "2013-12-31"])) }\n"
        }
        return text
    }

    mutating func waiverSheet() -> String {
        var text = "规则,对象,理由,批准人,批准日期,有效期至\n"
        for _ in 0..<8 {
            let last = cell("2014-06-30", ["2013-12-30", "无"])
            text += "\(ruleID()),\(subject()),因公,\(cell("区委", [""])),2013-06-01,\(last)\n"
        }
        return text
    }
}
