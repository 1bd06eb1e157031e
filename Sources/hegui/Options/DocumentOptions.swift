import ArgumentParser
import Hegui
import HeguiCalendar

/// What stands round a document that goes out.
struct DocumentOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "发文机关，默认是文件的发文机关（docx）。Who sends it, by default who issued the policy.",
            valueName: "name"))
    var issuer: String?

    @Option(
        help: ArgumentHelp(
            "发文字号，如 西组通〔2014〕1号（docx）。The document's number.", valueName: "text"))
    var number: String?

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("主送机关（docx）。Whom it is sent to.", valueName: "names"))
    var recipients: String?

    @Option(
        name: .customLong("dated"),
        help: ArgumentHelp("成文日期（docx）。The day that it is dated.", valueName: "day"))
    var day: String?

    /// Returns the frame, or says what has no place in a format without one.
    func checked(isDocument: Bool) throws(Problem) -> DocumentFrame {
        let given = [
            ("--issuer", issuer), ("--number", number), ("--to", recipients), ("--dated", day),
        ]
        if !isDocument, let first = given.first(where: { $0.1 != nil }) {
            throw Problem(
                zh: "\(first.0) 只用于 --format docx", en: "\(first.0) is for --format docx alone")
        }
        var frame = DocumentFrame()
        frame.issuer = issuer
        frame.number = number
        frame.recipients = recipients
        frame.day = try day.map(DayArgument.day)
        return frame
    }
}
