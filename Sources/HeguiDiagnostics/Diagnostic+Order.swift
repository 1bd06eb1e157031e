extension Diagnostic {
    /// Returns `diagnostics` by file, place in the file and code; equal ones keep their order.
    package static func sorted(_ diagnostics: some Sequence<Diagnostic>) -> [Diagnostic] {
        let keyed = diagnostics.enumerated().map { (key: OrderKey($1), index: $0, item: $1) }
        let inOrder = keyed.sorted { left, right in
            if left.key == right.key { return left.index < right.index }
            return left.key < right.key
        }
        return inOrder.map(\.item)
    }

    private struct OrderKey: Comparable {
        var file = ""
        var sheet = ""
        var place = 0
        var column = 0
        var code: String

        init(_ diagnostic: Diagnostic) {
            code = diagnostic.code
            switch diagnostic.location {
            case nil: break
            case .file(let name): file = name
            case .text(let span): (file, place) = (span.file, span.start.offset)
            case .cell(let cell):
                file = cell.file
                sheet = cell.sheet ?? ""
                place = cell.row
                column = cell.column ?? 0
            }
        }

        static func < (left: OrderKey, right: OrderKey) -> Bool {
            if left.file != right.file { return left.file < right.file }
            if left.sheet != right.sheet { return left.sheet < right.sheet }
            if left.place != right.place { return left.place < right.place }
            if left.column != right.column { return left.column < right.column }
            return left.code < right.code
        }
    }
}
