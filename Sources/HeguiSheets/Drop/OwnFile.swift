/// Tells files that Hegui wrote itself, which are no material: a report read as an annex would count
/// everybody twice, and a stale copy would bring mended mistakes back.
package enum OwnFile {
    /// Returns whether bytes are a report of ours, other than a workbook.
    ///
    /// - Complexity: constant; only the beginning and the end are looked at.
    package static func isReport(_ bytes: [UInt8]) -> Bool {
        let head = text(bytes.prefix(reach))
        let start = String(head.prefix(2048))
        if openings.contains(where: start.hasPrefix) { return true }
        // Our JSON, JSON Lines, SARIF and test results say so where they begin.
        if start.first == "{" || start.first == "<", marks.contains(where: start.contains) {
            return true
        }
        if start.first == "[", start.contains(#""check_name": "hegui/"#) { return true }
        return hasEngineLine(head) || hasEngineLine(text(bytes.suffix(reach)))
    }

    private static let reach = 64 << 10

    private static func text(_ bytes: some Collection<UInt8>) -> String {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let isMarked = bytes.starts(with: mark)
        return String(decoding: isMarked ? Array(bytes.dropFirst(3)) : Array(bytes), as: UTF8.self)
    }

    /// How tables and texts of ours begin, whatever program saved them again.
    private static let openings =
        [",", ";", "\t"].flatMap { separator in
            headings.map { $0.replacing(",", with: separator) }
        } + [
            "合规审查  ", "Compliance review  ", "# 合规审查\n\n**", "# Compliance review\n\n**",
            "到期提醒  ", "Reminders  ", "两次审查对比\n", "Two reviews compared\n", "# 两次审查对比\n",
            "# Two reviews compared\n",
        ]

    private static let headings = [
        "rule,clause,outcome,level,subject_type,", "award,unit_id,unit_name,outcome,",
        "annex,title,clause,owner_type,", "due,days_left,level,rule,clause,",
        "name,value\r\nengine,hegui ",
        "name,value\nengine,hegui ",
    ]

    private static let marks = [
        #""format": "hegui-"#, #""format":"hegui-"#, #""driver": {"name": "hegui""#,
        #""driver":{"name":"hegui""#, #"<testsuites name="hegui"#,
        #"<meta name="generator" content="hegui""#,
    ]

    /// Whether a line says `engine hegui 1.0.0`, as every report of ours does that has no mark.
    private static func hasEngineLine(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let word = Array("hegui ".utf8)
        for start in bytes.indices
        where bytes[start] == word[0] && bytes[start...].starts(with: word) {
            let before = String(decoding: bytes[..<start].suffix(40), as: UTF8.self)
                .split { !$0.isLetter }.last
            let after = bytes[(start + word.count)...].first
            let isVersion = after.map { (0x30...0x39).contains($0) } ?? false
            if isVersion, before == "引擎" || before == "engine" { return true }
        }
        return text.hasPrefix("BEGIN:VCALENDAR") && text.contains("PRODID:-//Hegui//")
    }
}
