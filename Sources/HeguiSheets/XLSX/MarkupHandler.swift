/// Takes the events of an XML part; names come without their namespace prefix, so that strict and
/// transitional workbooks read alike.
protocol MarkupHandler: AnyObject {
    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure)
    func end(_ name: String) throws(IntakeFailure)
    /// A piece of the text at this place; one text may come in several pieces.
    func text(_ piece: String) throws(IntakeFailure)
}

extension MarkupHandler {
    func end(_ name: String) throws(IntakeFailure) {}
    func text(_ piece: String) throws(IntakeFailure) {}
}

/// Takes the events of an XML part and is told where each stands in the part's bytes.
protocol PlacedHandler: MarkupHandler {
    /// The bytes of the tag that is handed over next; empty for the end of `<a/>`.
    var place: Range<Int> { get set }
}

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
