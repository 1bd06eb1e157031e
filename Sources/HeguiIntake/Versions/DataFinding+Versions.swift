internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

extension DataFinding {
    /// Returns the finding for two sheets that are versions of one annex.
    static func versions(
        _ tally: VersionGroup.Tally, at cell: CellAddress, other: CellAddress, dataset: String?
    ) -> DataFinding {
        let isSame = tally.different == 0 && tally.single == 0
        let (zh, en) = (place(other).zh, place(other).en)
        return DataFinding(
            .versions, isSame ? .hint : .verify,
            zh: isSame
                ? "与\(zh)是同一单位同一张表的两个版本，内容相同，只计一次"
                : "与\(zh)是同一单位同一张表的两个版本：相同 \(tally.same) 行只计一次，"
                    + "不一致 \(tally.different) 处按未知处理，只在其中一份的 \(tally.single) 行待核实",
            en: isSame
                ? "is a second version of \(en), says the same and counts once"
                : "is a second version of \(en): \(tally.same) rows are the same and count once, "
                    + "\(tally.different) differ and are not known, "
                    + "\(tally.single) are in one of them only",
            at: cell, related: [other], dataset: dataset,
            help: Message(
                zh: "删除作废的一份，或用 --prefer 文件 指明以哪一份为准",
                en: "remove the one that does not count, or name the other with --prefer"
            )
        )
    }

    /// Returns the finding for a row that two versions have differently in some columns.
    static func versionsDiffer(
        _ columns: [Message], at cell: CellAddress, other: CellAddress, dataset: String
    ) -> DataFinding {
        let zh = columns.map(\.zh).joined(separator: "、")
        let en = columns.map(\.en).joined(separator: ", ")
        return DataFinding(
            .versionsDiffer, .verify,
            zh: "“\(zh)”与\(place(other).zh)第\(other.row)行不一致，按未知处理",
            en: "`\(en)` differs from row \(other.row) of \(place(other).en) and is not known",
            at: cell, related: [other], dataset: dataset
        )
    }

    /// Returns the finding for a row that only one of two versions has.
    static func onlyInVersion(at cell: CellAddress, other: CellAddress) -> DataFinding {
        DataFinding(
            .versionsDiffer, .verify, zh: "\(place(other).zh)没有这一行，是否算数待核实",
            en: "\(place(other).en) has no such row; whether it counts is not known",
            at: cell, related: [other]
        )
    }

    private static func place(_ cell: CellAddress) -> Message {
        let sheet = cell.sheet.map { " ▸ " + $0 } ?? ""
        return Message(zh: "“\(cell.file)\(sheet)”", en: "`\(cell.file)\(sheet)`")
    }
}
