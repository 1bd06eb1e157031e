/// The standings of a review, in the pack's order of awards, then of rank, then of rows.
///
/// What explains a standing may be made when it is asked for; whoever needs only results, rates and
/// ranks asks for `brief`.
package struct StandingList: RandomAccessCollection, MutableCollection,
    ExpressibleByArrayLiteral, Sendable
{
    /// Without what explains them, where `complete` adds it.
    package private(set) var brief: [Standing]
    private let complete: (@Sendable (Int, Standing) -> Standing)?

    package init(_ standings: [Standing]) {
        brief = standings
        complete = nil
    }

    package init(arrayLiteral standings: Standing...) {
        self.init(standings)
    }

    /// A list whose standings are completed whenever they are asked for.
    package init(
        brief: [Standing], complete: @escaping @Sendable (Int, Standing) -> Standing
    ) {
        self.brief = brief
        self.complete = complete
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { brief.count }

    package subscript(index: Int) -> Standing {
        get { complete.map { $0(index, brief[index]) } ?? brief[index] }
        set {
            self = StandingList(Array(self))
            brief[index] = newValue
        }
    }
}
