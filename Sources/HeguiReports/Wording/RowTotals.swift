import HeguiDiagnostics
package import HeguiEngine
import HeguiIntake

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
