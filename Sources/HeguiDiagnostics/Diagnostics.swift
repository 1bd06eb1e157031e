/// The diagnostics of one piece of work, in the order in which they were found.
package struct Diagnostics: Sendable {
    package private(set) var items: [Diagnostic] = []

    package init(_ items: [Diagnostic] = []) {
        self.items = items
    }

    /// Whether anything was found that stops the work.
    package var hasErrors: Bool { items.contains { $0.severity == .error } }

    package var isEmpty: Bool { items.isEmpty }

    package mutating func append(_ diagnostic: Diagnostic) {
        items.append(diagnostic)
    }

    package mutating func append(contentsOf more: some Sequence<Diagnostic>) {
        items.append(contentsOf: more)
    }

    package mutating func append(contentsOf more: Diagnostics) {
        items.append(contentsOf: more.items)
    }

    package func count(of severity: Severity) -> Int {
        items.count { $0.severity == severity }
    }

    /// Returns the diagnostics by file, place in the file and code.
    package func sorted() -> [Diagnostic] {
        Diagnostic.sorted(items)
    }
}

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
