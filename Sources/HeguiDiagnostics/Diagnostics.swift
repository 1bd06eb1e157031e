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
