/// Takes the events of an XML part and is told where each stands in the part's bytes.
protocol PlacedHandler: MarkupHandler {
    /// The bytes of the tag that is handed over next; empty for the end of `<a/>`.
    var place: Range<Int> { get set }
}
