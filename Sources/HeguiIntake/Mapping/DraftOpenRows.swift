internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// Rows that a cell may give besides those that were read of it, before references are settled.
struct DraftOpenRows {
    /// Index into the pack's datasets.
    let dataset: Int
    /// What the rows would refer to: the ties of the rows that were read of the same line.
    let references: [PendingReference]
    /// How many they are at most; nil where that is not known.
    let atMost: Int?
    /// The cell that was not understood.
    let cell: CellAddress

    /// What the tables say of them, once all references are settled.
    func settled(in pack: Pack) -> OpenRows {
        var places: [OpenRows.Place] = []
        for reference in references {
            for row in reference.found.map({ [$0] }) ?? reference.perhaps {
                let place = OpenRows.Place(dataset: pack.datasets[reference.target].name, row: row)
                if !places.contains(place) { places.append(place) }
            }
        }
        return OpenRows(
            dataset: pack.datasets[dataset].name, references: places, atMost: atMost,
            reason: .piece(cell))
    }
}

/// A list in a cell that gives a row for each of its items, to be looked at when all sheets are read.
struct DraftList {
    let items: [String]
    /// How many more there are by what the cell itself says; nil inside where it does not say.
    let unlisted: Int??
    /// The column of the dataset that takes the items.
    let column: Int?
    let title: String
    /// The rows that it may give besides; their number is not settled.
    let rows: DraftOpenRows
}

/// How many more items a cell may hold than were read.
struct FurtherItems: Hashable {
    /// nil: nobody can tell.
    let atMost: Int?

    static func + (left: FurtherItems, right: FurtherItems) -> FurtherItems {
        guard let first = left.atMost, let second = right.atMost else {
            return FurtherItems(atMost: nil)
        }
        return FurtherItems(atMost: first + second)
    }
}

extension DataFinding {
    /// A cell that may hold more than was read of it; `text` is what may be several things.
    static func mayHoldMore(
        _ title: String, _ atMost: Int?, text: String? = nil, at cell: CellAddress, dataset: String
    ) -> DataFinding {
        // A text with a long number may hold somebody's.
        let isShown =
            text.map { $0.count <= 20 && $0.utf8.count { 0x30...0x39 ~= $0 } < 7 } ?? false
        let shown = isShown ? "“\(text ?? "")”" : ""
        let count = atMost.map { "\($0)" }
        return DataFinding(
            .cellMayHoldMore, .verify,
            zh:
                "“\(title)”里可能还有\(count ?? "若干")项，没有把握\(shown.isEmpty ? "" : "（\(shown)）")，相关判定暂不下结论",
            en:
                "`\(title)` may hold \(count ?? "some") more items than were read\(shown.isEmpty ? "" : " (\(shown))")",
            at: cell, dataset: dataset,
            help: Message(
                zh: "各项之间用“；”或换行分开，活动每项先写日期，选项前的方框或勾不要删改",
                en:
                    "put a semicolon or a new line between items, write the date of each activity first, "
                    + "and leave the boxes of options as they are")
        )
    }
}
