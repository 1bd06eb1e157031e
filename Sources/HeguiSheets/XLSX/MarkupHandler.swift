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
