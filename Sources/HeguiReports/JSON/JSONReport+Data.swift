import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

extension JSONReport {
    func write(_ finding: DataFinding, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("fingerprint", fingerprints.fingerprint(of: finding))
            writer.member("code", finding.code)
            writer.member("level", finding.level.rawValue)
            writer.member("message", finding.message)
            writer.key("cell")
            writer.cell(finding.cell)
            writer.member("related", cells: finding.related)
            writer.member("dataset", finding.dataset)
            writer.member("help", finding.help)
        }
    }

    /// Writes what became of every row of a file.
    func write(_ file: FileAccount, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("file", file.file)
            writer.member("format", file.format)
            writer.member("not_read", file.notRead)
            writer.key("sheets")
            writer.array(file.sheets) { writer, sheet in write(sheet, to: &writer) }
        }
    }

    func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", diagnostic.code)
            writer.member("severity", diagnostic.severity.rawValue)
            writer.member("message", diagnostic.message)
            writer.key("location")
            if let place = diagnostic.location { writer.location(place) } else { writer.null() }
            writer.key("notes")
            writer.array(diagnostic.notes) { writer, note in
                writer.object { writer in
                    writer.member("zh", note.zh)
                    writer.member("en", note.en)
                }
            }
            writer.member("help", diagnostic.help)
        }
    }

    private func write(_ sheet: FileAccount.Sheet, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", sheet.name)
            writer.member("is_hidden", sheet.isHidden)
            writer.member("read_as", sheet.readAs)
            writer.member("rows", sheet.rowCount)
            writer.member("rows_read", sheet.rowsRead)
            writer.member("rows_rejected", sheet.rowsRejected)
            writer.key("ignored")
            writer.array(sheet.ignored) { writer, entry in
                writer.object { writer in
                    writer.member("reason", entry.reason)
                    writer.member("rows", entry.count)
                }
            }
        }
    }
}
