public import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiIntake
import HeguiPack
import HeguiReports
import HeguiSheets

extension RulePack {
    /// Returns the page of a rule or award as Markdown.
    ///
    /// - Throws: `ReviewFailure` for an unknown id.
    public func page(of id: String, in language: ReportLanguage) throws(ReviewFailure) -> ReportFile
    {
        let pages = PackPages(pack, language: language.language)
        guard let page = pages.all.first(where: { $0.id == id }) else {
            throw unknown(id, among: pack.rules.map(\.id) + pack.awards.map(\.id))
        }
        return file(of: page, pages)
    }

    /// Returns a page for each rule and award, and the index `README.md`, as Markdown.
    public func pages(in language: ReportLanguage) -> [ReportFile] {
        let pages = PackPages(pack, language: language.language)
        return pages.all.map { file(of: $0, pages) }
    }

    private func file(of page: PackPages.Page, _ pages: PackPages) -> ReportFile {
        ReportFile(name: page.fileName, redaction: .none) { pages.write(page, to: &$0) }
    }

    /// Returns why a rule says what it says of a subject, for a terminal.
    ///
    /// Subjects of the same name are all explained. The subject is named by its id or name.
    ///
    /// - Throws: `ReviewFailure` for a rule or subject that is not there.
    public func proof(
        of rule: String, for subject: String, drop: DropPaths, asOf: Day,
        in language: ReportLanguage, isColoured: Bool = false
    ) throws(ReviewFailure) -> ReportFile {
        guard pack.rules.contains(where: { $0.id == rule }) else {
            throw unknown(rule, among: pack.rules.map(\.id))
        }
        let listing = DropListing(of: drop.selection)
        let tables = Intake(pack, named: namedWaivers(of: listing)).read(listing)
        let plan = Plan(pack, rules: [rule])
        let proofs = plan.proofs(of: rule, for: subject, tables: tables, asOf: asOf)
        guard !proofs.isEmpty else {
            throw ReviewFailure(
                Message(
                    zh: "规则 `\(rule)` 没有名为 `\(subject)` 的对象",
                    en: "rule `\(rule)` judges nobody called `\(subject)`"),
                help: Message(
                    zh: "写编号或姓名、名称，如报告中所示", en: "give the number or name as reports show it"))
        }
        return ReportFile(name: rule + ".txt", redaction: Redaction(pack)) { stream in
            for (index, proof) in proofs.enumerated() {
                if index > 0 { stream.write("\n") }
                ProofReport(proof, language: language.language, isColoured: isColoured)
                    .write(to: &stream)
            }
        }
    }

    private func unknown(_ id: String, among ids: [String]) -> ReviewFailure {
        let near = NearestName.suggestion(for: id, among: ids)
        return ReviewFailure(
            Message(
                zh: "规则包 `\(pack.id)` 没有规则 `\(id)`", en: "pack `\(pack.id)` has no rule `\(id)`"),
            help: near.map { Message(zh: "是不是想写 `\($0)`？", en: "did you mean `\($0)`?") })
    }
}

/// A format in which the matrix of clauses is written.
public enum ClauseFormat: String, CaseIterable, Sendable {
    /// A clause and its checks on lines of their own.
    case text
    /// One row a clause, for spreadsheets.
    case csv
    /// A table for a page.
    case markdown

    var format: ClauseMatrix.Format {
        switch self {
        case .text: .text
        case .csv: .csv
        case .markdown: .markdown
        }
    }

    var ending: String {
        switch self {
        case .text: "txt"
        case .csv: "csv"
        case .markdown: "md"
        }
    }
}

extension RulePack {
    /// Returns how each clause of the pack's document is checked.
    public func clauseMatrix(
        as format: ClauseFormat = .markdown, in language: ReportLanguage
    ) -> ReportFile {
        let matrix = ClauseMatrix(pack, language: language.language)
        return ReportFile(name: "\(pack.id).\(format.ending)", redaction: .none) {
            matrix.write(format.format, to: &$0)
        }
    }
}
