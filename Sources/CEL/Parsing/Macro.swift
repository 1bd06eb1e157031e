/// A form of call that the parser turns into a comprehension or a binding.
struct Macro: Hashable, Sendable {
    var name: String
    var argumentCount: Int
    /// Whether it is called on a value, such as `list.all(x, …)`.
    var isMethod: Bool

    static let standard: Set<Macro> = [
        Macro(name: "has", argumentCount: 1, isMethod: false),
        Macro(name: "all", argumentCount: 2, isMethod: true),
        Macro(name: "exists", argumentCount: 2, isMethod: true),
        Macro(name: "exists_one", argumentCount: 2, isMethod: true),
        Macro(name: "existsOne", argumentCount: 2, isMethod: true),
        Macro(name: "map", argumentCount: 2, isMethod: true),
        Macro(name: "map", argumentCount: 3, isMethod: true),
        Macro(name: "filter", argumentCount: 2, isMethod: true),
    ]
}
