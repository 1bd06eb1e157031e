public import HeguiCalendar
import HeguiDiagnostics
import HeguiReports

/// A waiver added to a file of waivers, not yet written.
public struct WaiverAddition: Sendable {
    /// The material against which a waiver is held before it is written.
    public struct Material: Sendable {
        let drop: [String]
        let asOf: Day

        /// The files and folders of a drop, and the day that counts as today.
        public init(drop: [String], asOf: Day) {
            self.drop = drop
            self.asOf = asOf
        }
    }

    /// The whole file with the waiver in it.
    public let file: ReportFile
    /// What is worth knowing though nothing stands against the waiver.
    private let notices: [Diagnostic]

    init(path: String, content: [UInt8], notices: [Diagnostic]) {
        // The file is the user's own, with all it held before.
        file = ReportFile(name: path, redaction: .none) { $0.write(packed: content) }
        self.notices = notices
    }

    /// Returns the notices, for a terminal; empty where there are none.
    public func notices(in language: ReportLanguage, isColoured: Bool = false) -> String {
        DiagnosticRenderer(language: language.language, usesColour: isColoured)
            .render(notices.map(Redaction.full.masked))
    }
}
