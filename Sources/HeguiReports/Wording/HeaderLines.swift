import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
package import HeguiReview
import HeguiTables

/// Writes what a review is of in lines that every format for people shares.
struct HeaderLines {
    let review: Review
    let say: Speaker

    /// The document that was checked against, with its number, issuer and day.
    var document: DataText { document { "\($0)" } }

    /// The same as it stands in running text.
    var documentInWords: DataText { document { say.inWords($0) } }

    private func document(_ word: (Day) -> DataText) -> DataText {
        let document = review.pack.document
        let title = document.title.hasPrefix("《") ? document.title : "《\(document.title)》"
        let details =
            [document.number, document.issuer].compactMap(\.self).map { DataText($0) }
            + [document.issuedOn.map(word)].compactMap(\.self)
        guard !details.isEmpty else { return say(DataText(title), DataText(document.title)) }
        return say(
            "\(title)（\(details.joined(separator: "，"))）",
            "\(document.title) (\(details.joined(separator: ", ")))")
    }

    /// The as-of day, and whether the document is in force on it.
    var asOf: DataText {
        guard !review.pack.effective.contains(review.asOf) else { return "\(review.asOf)" }
        return "\(review.asOf)"
            + say("（不在依据的有效期内）", " (outside the days on which the source is in force)")
    }

    /// A parameter that was set for this run, with its reading.
    func override(_ parameter: Parameter) -> DataText {
        let value = parameter.value(on: review.asOf)
        let shown = value.map { say($0, as: parameter.kind) } ?? ""
        let reading = parameter.alternatives.first { $0.value == value }?.reading
        let title = say(parameter.title)
        return "\(parameter.name) = \(shown)"
            + say("（\(title)，本次另行设定", " (\(title), set for this run")
            + (reading.map { say("：", ": ") + say($0) } ?? "") + say("）", ")")
    }

    /// How many files and rows there were, and what became of them.
    var totals: DataText {
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

}

/// What became of all rows of a drop.
struct RowTotals {
    var files = 0
    var filesNotRead = 0
    var read = 0
    var rejected = 0
    var ignored = 0
    /// By reason, the most frequent first.
    var reasons: [FileAccount.Ignored] = []

    init(_ files: [FileAccount]) {
        self.files = files.count
        var counts: [Message: Int] = [:]
        for file in files {
            if file.notRead != nil { filesNotRead += 1 }
            for sheet in file.sheets {
                read += sheet.rowsRead
                rejected += sheet.rowsRejected
                for entry in sheet.ignored {
                    ignored += entry.count
                    counts[entry.reason, default: 0] += entry.count
                }
            }
        }
        reasons = counts.map { FileAccount.Ignored(reason: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.reason.zh) < ($0.count, $1.reason.zh) }
    }
}

extension Review {
    /// Whether any row of any file was read.
    package var hasData: Bool {
        files.contains { file in file.sheets.contains { $0.rowsRead > 0 } }
    }
}
