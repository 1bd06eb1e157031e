internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

extension DataFinding {
    init(
        _ code: DataCode, _ level: Level, zh: String, en: String, at cell: CellAddress,
        related: [CellAddress] = [], dataset: String? = nil, help: Message? = nil
    ) {
        self.init(
            code: code.rawValue, level: level, message: Message(zh: zh, en: en), cell: cell,
            related: related, dataset: dataset, help: help
        )
    }
}

extension LocalizedText {
    var message: Message { Message(zh: text(in: .chinese), en: text(in: .english)) }
}
