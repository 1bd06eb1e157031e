import HeguiDiagnostics
import HeguiEngine
import HeguiIntake
import HeguiRules

extension JSONReport {
    func writeDataFindings(to writer: inout JSONWriter) {
        writer.key("data_findings")
        writer.array(review.dataFindings) { writer, finding in
            writer.object { writer in
                writer.member("code", verbatim: finding.code)
                writer.member("level", verbatim: finding.level.rawValue)
                writer.member("message", finding.message)
                writer.key("cell")
                writer.cell(finding.cell)
                writer.member("related", cells: finding.related)
                writer.member("dataset", verbatim: finding.dataset)
                writer.member("help", finding.help)
            }
        }
    }

    /// Writes what became of every row of every file.
    func writeFiles(to writer: inout JSONWriter) {
        writer.key("files")
        writer.array(review.files) { writer, file in
            writer.object { writer in
                writer.member("file", file.file)
                writer.member("format", file.format)
                writer.member("not_read", file.notRead)
                writer.key("sheets")
                writer.array(file.sheets) { writer, sheet in write(sheet, to: &writer) }
            }
        }
    }

    private func write(_ sheet: FileAccount.Sheet, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", sheet.name)
            writer.member("is_hidden", sheet.isHidden)
            writer.member("read_as", verbatim: sheet.readAs)
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
