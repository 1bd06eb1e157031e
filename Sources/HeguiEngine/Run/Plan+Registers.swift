import HeguiPack
import HeguiTables

extension Plan {
    /// Returns the rows that may exist because the register of a dataset has not come, while annexes
    /// or other files give some of its rows.
    func unreadRegisters(files: [FileAccount], given: Set<String>) -> [OpenRows] {
        guard !files.isEmpty else { return [] }
        let read = Set(
            files.flatMap(\.sheets).flatMap { ($0.readAs ?? "").split(separator: ",") }
                .map(String.init))
        return pack.datasets.filter { dataset in
            dataset.isExpected && given.contains(dataset.name) && !read.contains(dataset.name)
        }.map {
            OpenRows(dataset: $0.name, references: [], atMost: nil, reason: .registerMissing)
        }
    }
}
