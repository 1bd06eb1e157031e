import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// How reports speak of an award's list of nominations.
struct NominationWords {
    private let say: Speaker
    private let arePeople: Bool
    private let unmatched: [UnmatchedNomination]

    /// Further places are only counted.
    private static let limit = 3

    init(_ award: Award, _ review: Review, say: Speaker) {
        self.say = say
        arePeople =
            review.pack.dataset(award.dataset)?.columns.contains { $0.type == .name } ?? false
        unmatched = review.unmatchedNominations.filter { $0.award == award.id }
    }

    /// The heading of the column that says who is nominated.
    var heading: DataText { say("是否申报", "nominated") }

    func cell(_ standing: Standing) -> DataText {
        switch standing.isNominated {
        case true?: say("已申报", "yes")
        case false?: say("未申报", "no")
        case nil: ""
        }
    }

    /// How many nominations name nobody whom the data know, and where they stand; nil for none.
    var unmatchedLine: DataText? {
        let count = unmatched.count
        guard count > 0 else { return nil }
        let places = unmatched.prefix(Self.limit).map { nomination -> DataText in
            let place = say(Location.cell(nomination.cell))
            guard let text = nomination.text else { return place }
            return say("\(text)，\(place)", "\(text), \(place)")
        }.joined(separator: say("；", "; "))
        let more = count > Self.limit ? say("等", " …") : ""
        return arePeople
            ? say(
                "另有 \(count) 名提名人未对应到人（\(places)\(more)），待核实",
                "nominations that name nobody on record: \(count) (\(places)\(more)); please verify"
            )
            : say(
                "另有 \(count) 个提名对象未对应到名录（\(places)\(more)），待核实",
                "nominations that name nothing on record: \(count) (\(places)\(more)); please verify"
            )
    }
}
