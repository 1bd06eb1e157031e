/// The variables of the macros around a place, innermost last.
struct Scope {
    private(set) var variables: [(name: String, type: Type)] = []
    /// The most variables that were in scope at once.
    private(set) var capacity = 0

    mutating func push(_ name: String, _ type: Type) {
        variables.append((name, type))
        capacity = max(capacity, variables.count)
    }

    mutating func pop(_ count: Int) {
        variables.removeLast(count)
    }

    func slot(of name: String) -> Int? {
        variables.lastIndex { $0.name == name }
    }
}
