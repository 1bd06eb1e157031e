internal import HeguiDiagnostics
internal import HeguiSheets
internal import HeguiTables

extension FileAccount {
    /// What became of a file: `sheets` of one that was read, else why it was not.
    init(of file: DropFile, _ drop: Drop, sheets: [Sheet], notRead: Message?) {
        switch file.outcome {
        case .read(let format):
            self.init(
                file: file.name, format: format.name, sheets: sheets, notRead: notRead,
                digest: file.digest)
        case .ignored(let reason):
            self.init(
                file: file.name, format: "", sheets: [], notRead: reason, digest: file.digest)
        case .rejected(let code):
            let diagnostic = drop.diagnostics.first {
                $0.code == code && $0.location?.file == file.name
            }
            let reason = diagnostic?.message ?? Message(zh: "未读取", en: "not read")
            self.init(
                file: file.name, format: "", sheets: [], notRead: reason, digest: file.digest)
        }
    }
}

extension FileFormat {
    /// The format for people: `CSV, GB18030, comma`.
    var name: String {
        switch self {
        case .csv(let encoding, let delimiter): "CSV, \(encoding.rawValue), \(delimiter.name)"
        case .workbook: "XLSX"
        case .oldWorkbook: "XLS"
        case .document: "DOCX"
        case .openDocument: "ODS"
        case .flatOpenDocument: "FODS"
        case .spreadsheetXML: "XML 2003"
        case .webPage: "HTML"
        case .webArchive: "MHT"
        case .yaml: "YAML"
        }
    }
}
