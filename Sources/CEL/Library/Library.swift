/// Functions, macros and types that an environment takes up together.
public struct Library: Sendable {
    var functions: [Function] = []
    var types: [Type] = []
    var macros: Set<Macro> = []

    /// All extension libraries, in a fixed order.
    public static var extensions: [Library] { [] }
}
