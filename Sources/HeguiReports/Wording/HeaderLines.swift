import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiPack

/// Writes what a review is of in lines that every format for people shares.
struct HeaderLines {
    let review: Review
    let language: Language

    /// The document that was checked against, with its number, issuer and day.
    var document: String {
        let document = review.pack.document
        let title = document.title.hasPrefix("《") ? document.title : "《\(document.title)》"
        let details = [document.number, document.issuer, document.issuedOn.map { "\($0)" }]
            .compactMap(\.self)
        guard !details.isEmpty else { return say(title, document.title) }
        return say(
            "\(title)（\(details.joined(separator: "，"))）",
            "\(document.title) (\(details.joined(separator: ", ")))")
    }

    /// The as-of day, and whether the document is in force on it.
    var asOf: String {
        guard !review.pack.effective.contains(review.asOf) else { return "\(review.asOf)" }
        return "\(review.asOf)"
            + say("（不在依据的有效期内）", " (outside the days on which the source is in force)")
    }

    /// A parameter that was set for this run, with its reading.
    func override(_ parameter: Parameter) -> String {
        let value = parameter.value(on: review.asOf)
        let shown = value?.text(as: parameter.kind, in: language) ?? ""
        let reading = parameter.alternatives.first { $0.value == value }?.reading
        let title = text(parameter.title)
        return "\(parameter.name) = \(shown)"
            + say("（\(title)，本次另行设定", " (\(title), set for this run")
            + (reading.map { say("：", ": ") + text($0) } ?? "") + say("）", ")")
    }

    /// How many files and rows there were, and what became of them.
    var totals: String {
        let sum = RowTotals(review.files)
        let files = say("\(sum.files) 个文件", "files: \(sum.files)")
        let unread =
            sum.filesNotRead == 0
            ? "" : say("（\(sum.filesNotRead) 个未读）", " (not read: \(sum.filesNotRead))")
        let rows = say(
            "：读取 \(sum.read) 行，未采用 \(sum.rejected) 行，略过 \(sum.ignored) 行",
            "; rows read: \(sum.read), rejected: \(sum.rejected), ignored: \(sum.ignored)")
        return files + unread + rows
    }

    private func say(_ zh: String, _ en: String) -> String {
        Message(zh: zh, en: en).text(in: language)
    }

    private func text(_ localized: LocalizedText) -> String {
        localized.text(in: language)
    }
}
