import HeguiColumns
import HeguiPack

/// A form in several versions, of which the day of a row chooses one.
struct VersionedKernel: RequirementKernel {
    private let choice: VersionChoice
    private let versions: [any RequirementKernel]
    /// By version: what it comes to for each row.
    private let codes: [Codes]

    init(_ choice: VersionChoice, _ versions: [any RequirementKernel], rows: Int) {
        self.choice = choice
        self.versions = versions
        codes = versions.map { _ in Codes(repeating: VerdictCode.open, count: rows) }
    }

    func judge(_ rows: RowBlock, into codes: Codes) {
        for (version, own) in zip(versions, self.codes) { version.judge(rows, into: own) }
        for (index, version) in choice.versions(rows).enumerated() {
            let row = rows.firstRow + index
            codes[row] = version >= 0 ? self.codes[version][row] : VerdictCode.open
        }
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool {
        let readers = versions.map { $0.reader(rows) }
        let versions = choice.versions(rows)
        return { index, facts in
            versions[index] >= 0 && readers[versions[index]](index, &facts)
        }
    }
}
