import HeguiCalendar
package import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Writes reminders as a calendar (RFC 5545): an all-day event on each due day.
///
/// Nothing asks the clock: `DTSTAMP` is the start of the as-of day, so the same review gives the
/// same bytes. What has no due day has no place in a calendar and is left out.
package struct ReminderCalendar: Sendable {
    private let reminders: Reminders
    private let provenance: Provenance
    private let say: Speaker
    private let missing: StillMissing
    private let names: SubjectWords
    private let fingerprints: FingerprintMaker

    package init(_ reminders: Reminders, provenance: Provenance, language: Language) {
        self.reminders = reminders
        self.provenance = provenance
        say = Speaker(language)
        missing = StillMissing(index: reminders.index, say: say)
        names = SubjectWords(say: say)
        fingerprints = FingerprintMaker(reminders.review)
    }

    package func write(to stream: inout ReportStream) {
        var writer = ICalendarWriter(to: stream)
        let title = say(reminders.review.pack.title)
        let region: MaskedText = say.language == .chinese ? "ZH" : "EN"
        writer.component("VCALENDAR") { writer in
            writer.property("VERSION", "2.0")
            let version = stream.redaction.masked(DataText(provenance.engineVersion))
            writer.property("PRODID", "-//Hegui//hegui \(version)//\(region)")
            writer.property("CALSCALE", "GREGORIAN")
            writer.property("METHOD", "PUBLISH")
            // RFC 7986 has these without X; the others are what calendars knew before it.
            writer.property("NAME", text: title)
            writer.property("X-WR-CALNAME", text: title)
            let origin = OriginLines(reminders.review, provenance: provenance, say: say)
            writer.property("DESCRIPTION", text: origin.lineWithSettings)
            writer.property("X-WR-CALDESC", text: origin.lineWithSettings)
            var uses: [Fingerprint: Int] = [:]
            for item in reminders.items {
                let fingerprint = fingerprints.fingerprint(of: item.outcome)
                uses[fingerprint, default: 0] += 1
                // Two findings of one fingerprint are still two events.
                let number = uses[fingerprint].flatMap { $0 > 1 ? "-\($0)" : nil } ?? ""
                let outcome = item.outcome
                writeEvent(
                    item, identity: "\(fingerprint)\(number)@hegui",
                    texts: (summary(of: outcome), description(of: outcome)), to: &writer)
            }
            for (position, item) in reminders.ending.enumerated() {
                let fingerprint = fingerprints.fingerprint(of: item.outcome)
                let isAgain = reminders.ending[..<position].contains {
                    fingerprints.fingerprint(of: $0.outcome) == fingerprint
                }
                let number = isAgain ? "-\(position)" : ""
                writeEvent(
                    item, identity: "\(fingerprint)-waiver\(number)@hegui",
                    texts: ending(item.outcome), to: &writer)
            }
        }
        stream = writer.finish()
    }

    private func writeEvent(
        _ item: Reminders.Item, identity: DataText,
        texts: (summary: DataText, description: DataText), to writer: inout ICalendarWriter
    ) {
        let outcome = item.outcome
        writer.component("VEVENT") { writer in
            writer.property("UID", text: identity)
            writer.property("DTSTAMP", "\(Self.date(reminders.review.asOf))T000000Z")
            writer.property("DTSTART;VALUE=DATE", Self.date(item.due))
            writer.property("DTEND;VALUE=DATE", Self.date(item.due.adding(days: 1)))
            writer.property("SUMMARY", text: texts.summary)
            writer.property("DESCRIPTION", text: texts.description)
            writer.property("CATEGORIES", text: say(outcome.level))
            writer.property("PRIORITY", Self.priority(of: outcome.level))
            // Names of people stand in it, and the day is not blocked by it.
            writer.property("CLASS", "PRIVATE")
            writer.property("TRANSP", "TRANSPARENT")
            writer.component("VALARM") { writer in
                writer.property("ACTION", "DISPLAY")
                // Nine o'clock, three days before.
                writer.property("TRIGGER", "-P2DT15H")
                writer.property("DESCRIPTION", text: texts.summary)
            }
        }
    }

    /// What to say of a waiver that is about to end.
    private func ending(_ outcome: Outcome) -> (summary: DataText, description: DataText) {
        let facts = outcome.waiver.map { FactLines(say: say).waiver($0) } ?? ""
        return (
            say("豁免到期：", "Waiver ends: ") + summary(of: outcome),
            facts + "\n" + say("依据：", "Basis: ") + "\(outcome.clause) · \(outcome.rule)"
        )
    }

    private func summary(of outcome: Outcome) -> DataText {
        let title = reminders.index.ruleTitle(outcome.rule, say)
        return names.fullName(of: outcome.subject) + say("：", ": ") + title
    }

    private func description(of outcome: Outcome) -> DataText {
        var lines = [say(outcome.message)]
        lines.append(say("缺：", "Missing: ") + missing.text(of: outcome))
        if let remedy = say(outcome.remedy), !remedy.isEmpty { lines.append(remedy) }
        lines.append(
            say("依据：", "Basis: ") + "\(outcome.clause) · \(outcome.rule)")
        if !outcome.dueIsCertain {
            lines.append(
                say("期限未经工作日历核对，待核实", "the working calendar does not cover the due day"))
        }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func priority(of level: Level) -> MaskedText {
        switch level {
        case .mandatory: "1"
        case .verify: "5"
        case .hint: "9"
        }
    }

    /// `20140106`.
    private static func date(_ day: Day) -> MaskedText {
        let (year, month, date) = (day.year, day.month, day.day)
        return "\(year)\(month < 10 ? "0" : "")\(month)\(date < 10 ? "0" : "")\(date)"
    }

}

/// Writes iCalendar as RFC 5545 asks: CRLF, lines of at most 75 octets, escaped text.
struct ICalendarWriter {
    private var stream: ReportStream

    /// The octets that a line may have without its break.
    private static let lineLimit = 75

    init(to stream: ReportStream) {
        self.stream = stream
    }

    /// Returns the stream that the text went to.
    consuming func finish() -> ReportStream { stream }

    mutating func component(_ name: MaskedText, _ body: (inout ICalendarWriter) -> Void) {
        property("BEGIN", name)
        body(&self)
        property("END", name)
    }

    /// Writes a property whose value has no characters to escape.
    mutating func property(_ name: MaskedText, _ value: MaskedText) {
        write("\(name):\(value)")
    }

    /// Writes a property of type TEXT, personal numbers masked.
    mutating func property(_ name: MaskedText, text: DataText) {
        write("\(name):\(stream.redaction.masked(text).inCalendar)")
    }

    /// Writes a content line, folded before the octet that would be one too many; no character is
    /// cut in two.
    private mutating func write(_ line: MaskedText) {
        let folded = line.changed { line in
            var folded = ""
            var length = 0
            for scalar in line.unicodeScalars {
                let size = UTF8.width(scalar)
                if length + size > Self.lineLimit {
                    folded += "\r\n "
                    length = 1
                }
                folded.unicodeScalars.append(scalar)
                length += size
            }
            return folded
        }
        stream.write("\(folded)\r\n")
    }
}
