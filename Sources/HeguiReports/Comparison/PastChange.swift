package import HeguiCalendar
package import HeguiDiagnostics
import HeguiTables
package import HeguiPack

/// An entry about the past that two drops tell differently: a doubt, for people to verify.
///
/// It holds names and days but no other values, so that nothing personal gets out.
package struct PastChange: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Only the later drop has the entry.
        case added
        /// Only the earlier drop has it.
        case removed
        /// A day is another; nil for none.
        case moved(from: DayRange?, to: DayRange?)
        /// Something else of a past entry is another.
        case altered
    }

    package var kind: Kind
    package var dataset: String
    package var datasetTitle: LocalizedText
    /// The day that the entry is about.
    package var days: DayRange
    /// Whom or what it is about, in words that need no masking; empty where there are none.
    package var subject: String
    /// The column that is another, where it is one.
    package var column: LocalizedText?
    /// Where it stands: in the later drop, or in the earlier where it is gone.
    package var cell: CellAddress

    /// Its code, with a page in docs/codes.
    package static let code = DataCode.pastChanged.rawValue

    /// The doubt in a sentence.
    package var message: Message {
        let title = Message(
            zh: datasetTitle.text(in: .chinese), en: datasetTitle.text(in: .english))
        let who = subject.isEmpty ? "" : " " + subject
        let column = column.map { Message(zh: $0.text(in: .chinese), en: $0.text(in: .english)) }
        let entry = Message(
            zh: "“\(title.zh)”中\(who.isEmpty ? "" : who + " ")关于 \(days) 的记录",
            en: "the entry of `\(title.en)` about \(days)" + (who.isEmpty ? "" : " for\(who)"))
        switch kind {
        case .added:
            return Message(
                zh: "\(entry.zh)是后来补入的，待核实", en: "\(entry.en) was added afterwards; please verify")
        case .removed:
            return Message(zh: "\(entry.zh)被删去，待核实", en: "\(entry.en) is gone; please verify")
        case .moved(let before, let after):
            let none = Message(zh: "空", en: "empty")
            let was = before?.description
            let now = after?.description
            return Message(
                zh: "“\(title.zh)”中\(who) 的“\(column?.zh ?? "")”由 \(was ?? none.zh) 改为 "
                    + "\(now ?? none.zh)，待核实",
                en: "`\(column?.en ?? "")` of `\(title.en)`\(who) was \(was ?? none.en) and is "
                    + "\(now ?? none.en) now; please verify")
        case .altered:
            return Message(
                zh: "\(entry.zh)事后改了“\(column?.zh ?? "")”，待核实",
                en: "\(entry.en): `\(column?.en ?? "")` was altered afterwards; please verify")
        }
    }
}
