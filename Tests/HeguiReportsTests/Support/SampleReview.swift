import HeguiCalendar
import HeguiDiagnostics
import HeguiDigests
import HeguiTables

@testable import HeguiPack
@testable import HeguiReports
@testable import HeguiReview

/// A review with an outcome of every kind.
enum SampleReview {
    static var review: Review {
        let outcomes = SampleOutcomes.all
        return Review(
            pack: SamplePack.pack, asOf: SamplePack.day(2020, 11, 30),
            outcomes: OutcomeList(outcomes),
            standings: StandingList(SampleOutcomes.standings), rules: summaries(of: outcomes),
            dataFindings: dataFindings, files: files, diagnostics: diagnostics,
            material: material)
    }

    static var provenance: Provenance {
        Provenance(
            engineVersion: "0.0.0", packDigest: Digest(of: "pack".utf8),
            calendarDigest: Digest(of: "calendar".utf8),
            ruleDigests: Dictionary(
                SamplePack.pack.rules.map { ($0.id, Digest(of: $0.id.utf8)) },
                uniquingKeysWith: { first, _ in first }))
    }

    private static func summaries(of outcomes: [Outcome]) -> [RuleSummary] {
        SamplePack.pack.rules.map { rule in
            let own = outcomes.filter { $0.rule == rule.id }
            let isSilent = rule.id == "no-return"
            return RuleSummary(
                rule: rule.id, clause: rule.clause, title: rule.title, level: rule.level,
                counts: Dictionary(grouping: own, by: \.verdict).mapValues(\.count),
                explained: own.count { $0.explanation != nil },
                notRun: isSilent
                    ? Message(zh: "没有文件提供“还书登记”", en: "no file provides returns") : nil,
                missing: isSilent ? ["returns"] : [])
        }
    }

    /// A table of a team's books in every state, and one that is not due yet.
    private static var material: [MaterialItem] {
        let sheet = CellAddress(file: "名单.xlsx", sheet: "草稿", row: 1)
        let row = CellAddress(file: "班组.csv", row: 2)
        let states: [(MaterialItem.State, isPending: Bool, CellAddress)] = [
            (.received, false, CellAddress(file: "名单.xlsx", sheet: "一季度", row: 1)),
            (.notReceived, false, row), (.notReceived, true, row), (.unread, false, sheet),
            (.twoVersions, false, sheet),
        ]
        return states.enumerated().map { number, item in
            MaterialItem(
                annex: "book-list", annexTitle: SamplePack.text("表一 图书", "list of books"),
                annexName: SamplePack.text("表一", "list of books"), clause: "C2",
                owner: Outcome.Subject(
                    type: "team", row: number, id: "T\(number + 1)", name: "第\(number + 1)班"),
                state: item.0, due: SamplePack.day(2020, item.isPending ? 12 : 10, 31),
                isPending: item.isPending, level: .verify, sources: [item.2])
        }
    }

    private static var dataFindings: [DataFinding] {
        [
            DataFinding(
                code: "D0003", level: .verify,
                message: Message(zh: "出生年月写作2013.1，读不准", en: "`2013.1` is no month"),
                cell: SampleOutcomes.cell(9, 4), related: [SampleOutcomes.cell(10, 4)],
                dataset: "people", help: Message(zh: "请写成2013-01或2013-10", en: "write 2013-01")),
            DataFinding(
                code: "D0001", level: .mandatory,
                message: Message(zh: "编号重复", en: "number given twice"),
                cell: CellAddress(file: "班组.csv", row: 3)),
        ]
    }

    private static var files: [FileAccount] {
        let heading = FileAccount.Ignored(reason: Message(zh: "表头", en: "heading"), count: 1)
        let total = FileAccount.Ignored(reason: Message(zh: "合计", en: "total"), count: 1)
        return [
            FileAccount(
                file: "名单.xlsx", format: "XLSX",
                sheets: [
                    FileAccount.Sheet(
                        name: "一季度", isHidden: false, readAs: "people",
                        readAsTitle: Message(zh: "员工", en: "people"), rowsRead: 5, rowsRejected: 1,
                        ignored: [heading, total]),
                    FileAccount.Sheet(
                        name: "草稿", isHidden: true, readAs: nil, readAsTitle: nil, rowsRead: 0,
                        rowsRejected: 0, ignored: [heading]),
                ], digest: Digest(of: "名单".utf8)),
            FileAccount(
                file: "班组.csv", format: "CSV, GB18030, comma",
                sheets: [
                    FileAccount.Sheet(
                        name: nil, isHidden: false, readAs: "teams",
                        readAsTitle: Message(zh: "班组", en: "teams"), rowsRead: 3, rowsRejected: 0,
                        ignored: [heading])
                ], digest: Digest(of: "班组".utf8)),
            FileAccount(
                file: "加密.xlsx", format: "XLSX", sheets: [],
                notRead: Message(zh: "文件有密码", en: "the file has a password")),
        ]
    }

    private static var diagnostics: [Diagnostic] {
        [
            Diagnostic(
                code: "I0012", message: Message(zh: "文件有密码，打不开", en: "the file has a password"),
                at: .file("加密.xlsx"),
                help: Message(zh: "请去掉密码后重新报送", en: "hand it in again without a password"))
        ]
    }
}
