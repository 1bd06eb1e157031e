/// An attribute of an element, its name without a namespace prefix.
struct MarkupAttribute: Equatable {
    let name: String
    let value: String
}

extension [MarkupAttribute] {
    /// The value of the first attribute of that name.
    func value(_ name: String) -> String? {
        first { $0.name == name }?.value
    }

    /// Whether the attribute is there and true, as XML Schema writes it.
    func isTrue(_ name: String) -> Bool {
        value(name).map { $0 == "1" || $0 == "true" || $0 == "on" } ?? false
    }
}
