internal import HeguiDiagnostics
internal import HeguiPack

/// What the rows of a dataset are made by, looked up once.
final class DatasetPlan: Sendable {
    /// By column.
    let readers: [DatumReader]
    /// By column: the dataset that it refers to.
    let targets: [Int?]
    /// The columns that must be filled in.
    let required: [Int]
    /// The columns that may not hold any day.
    let bounded: [BoundedColumn]
    /// The column that says of whom a row of a register tells.
    let about: Int?

    private init(
        _ dataset: Dataset, at places: [String: Int], among kinds: inout [DatumReader.Kind: Int]
    ) {
        let columns = dataset.columns
        readers = columns.map { DatumReader($0, of: dataset, among: &kinds) }
        targets = columns.map { $0.reference.flatMap { places[$0.dataset] } }
        required = columns.indices.filter {
            columns[$0].isRequired && columns[$0].derived == nil
        }
        bounded = columns.enumerated().compactMap { place, column in
            BoundedColumn(
                place, column.plausible, at: { dataset.columnIndex($0) },
                title: { columns[$0].title.message.zh })
        }
        about = dataset.aboutColumn
    }

    /// One for each dataset of a pack.
    static func all(of pack: Pack) -> [DatasetPlan] {
        let names = pack.datasets.map(\.name)
        let places = Dictionary(zip(names, names.indices)) { first, _ in first }
        var kinds: [DatumReader.Kind: Int] = [:]
        return pack.datasets.map { DatasetPlan($0, at: places, among: &kinds) }
    }
}
