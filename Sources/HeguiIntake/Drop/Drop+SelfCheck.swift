internal import HeguiSheets

extension Drop {
    /// Whether somebody looks at one file by itself, without registers.
    var isOneFile: Bool {
        let counted = files.filter { file in
            switch file.outcome {
            case .read, .rejected: true
            case .ignored: false
            }
        }
        guard counted.count == 1, case .read? = counted.first?.outcome else { return false }
        return true
    }
}
